# wasm: yes
# Tables and memoisation: edit distance, LCS, knapsack, coins, partitions.
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(row[-1] + 1, prev[j] + 1, prev[j - 1] + (x != y)))
        prev = row
    return prev[-1]
print(edit("kitten", "sitting"), edit("", "abc"), edit("same", "same"))
def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"))
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knapsack([(12, 4), (2, 2), (1, 1), (4, 10), (1, 2)], 15))
def coins(amount, kinds):
    ways = [1] + [0] * amount
    for k in kinds:
        for a in range(k, amount + 1): ways[a] += ways[a - k]
    return ways[amount]
print(coins(100, [1, 5, 10, 25, 50]), coins(1000, [1, 2, 5, 10, 20, 50, 100, 200]))
memo = {}
def partitions(n, m=None):
    m = n if m is None else m
    if n == 0: return 1
    if n < 0 or m == 0: return 0
    if (n, m) not in memo:
        memo[n, m] = partitions(n - m, m) + partitions(n, m - 1)
    return memo[n, m]
print(partitions(50), partitions(100), len(memo))
def lis(seq):
    best = []
    for i, x in enumerate(seq):
        prev = max((best[j] for j in range(i) if seq[j] < x), key=len, default=[])
        best.append(prev + [x])
    return max(best, key=len)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]))
def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [1, *(a + b for a, b in zip(row, row[1:])), 1]
for r in pascal(6): print(r)
print(list(pascal(70))[-1][35])
def queens(n, row=0, cols=frozenset(), d1=frozenset(), d2=frozenset()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}) for c in range(n) if c not in cols and row + c not in d1 and row - c not in d2)
print([queens(n) for n in range(1, 7)])

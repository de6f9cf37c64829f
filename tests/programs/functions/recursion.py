# wasm: yes
# Recursion: mutual, deep, tree shaped; Ackermann, Hanoi, permutations.
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
print(even(200), odd(201), even(7))
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 5), ack(1, 9))
def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(8)), hanoi(3))
def permutations(items):
    if not items:
        return [[]]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]
print(len(permutations([1, 2, 3, 4, 5])), permutations("abc"))
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
def flatten(x):
    if isinstance(x, list):
        out = []
        for i in x:
            out += flatten(i)
        return out
    return [x]
print(flatten([1, [2, [3, [4, []]]], 5]))
def power_set(s):
    return [[]] if not s else [p + q for q in ([], [s[0]]) for p in power_set(s[1:])]
print(power_set([1, 2, 3]))

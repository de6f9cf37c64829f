# wasm: yes
# sort and sorted: stability, key, reverse, errors, lists changed by a key.
words = ["banana", "Apple", "cherry", "apple", "Banana", "fig", ""]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True))
pairs = [(i % 3, -i) for i in range(12)]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
a = [3, 1, 2]
print(a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda x: -x), a)
print(sorted([0.5, 1, True, -2, 10**20, 2.5]), sorted({3, 1, 2}), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]), sorted([]))
seed, values = 12345, []
for _ in range(1000):
    seed = (seed * 1103515245 + 12345) % 2**31
    values.append(seed % 500)
s = sorted(values)
print(all(s[i] <= s[i + 1] for i in range(len(s) - 1)), sum(s) == sum(values), s[:5], s[-5:])
d = sorted(range(1000), key=lambda i: values[i])
print(all((values[x], x) < (values[y], y) for x, y in zip(d, d[1:])))
class V:
    calls = 0
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        V.calls += 1
        return self.n < other.n
    def __repr__(self):
        return f"V{self.n}"
print(sorted([V(3), V(1), V(2), V(1)]), V.calls > 0)
for action in (lambda: sorted([1, "a"]), lambda: sorted([None, None]), lambda: sorted(5), lambda: sorted([1], key=5), lambda: [2, 1].sort(lambda x: x),
               lambda: sorted([1, 2], key=lambda x: x / 0), lambda: sorted(), lambda: sorted([1], reverse="x")):
    try:
        print(action())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
b = [3, 2, 1]
try:
    b.sort(key=lambda x: b.append(9) or x)
except ValueError as error:
    print(error, b)

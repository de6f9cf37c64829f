# wasm: yes
# map and filter: several iterables, None, laziness, errors.
print(list(map(str, [1, 2])), list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])), list(map(max, [1, 5], [3, 2], [2, 9])), list(filter(None, [0, 1, "", "a", None, [], [0]])), list(filter(str.isalpha, "a1b2")), list(filter(lambda x: x % 2, range(6))), list(map(lambda: 1)) if False else "-")
log = []
def f(x):
    log.append(x)
    return x * 2
m = map(f, [1, 2, 3])
print(log, next(m), log, list(m), log, list(m))
print(sum(map(int, "1234")), max(map(len, ["a", "abc", "ab"])), sorted(map(str.lower, "CAB")), "".join(map(chr, range(97, 100))), dict(map(lambda k: (k, k * 2), "ab")), [*map(abs, [-1, 2])], set(map(type, [1, 2])) == {int})
print(list(map(int, ["1", "2"], [10, 10])), list(map(pow, [2, 3], [3, 2])), list(filter(lambda p: p[0] < p[1], zip([1, 5], [2, 3]))))
for action in (lambda: list(map(int, ["1", "x"])), lambda: list(map(5, [1])), lambda: map(str, 5), lambda: filter(None), lambda: list(filter(5, [1])), lambda: list(map(lambda x: x, [1], [2])), lambda: list(map(None, [1])), lambda: filter(None, 5), lambda: filter(lambda: 0, [1]).__next__()):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
class T:
    def __init__(self, v): self.v = v
    def __bool__(self):
        print("bool", self.v, end=" ")
        return self.v
print([t.v for t in filter(None, [T(True), T(False)])])
nested = map(lambda r: list(map(lambda x: x + 1, r)), [[1, 2], [3]])
print(list(nested))
def stop(x):
    if x == 2: raise StopIteration
    return x
print(list(map(stop, [1, 2, 3])))

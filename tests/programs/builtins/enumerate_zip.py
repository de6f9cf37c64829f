# wasm: yes
# enumerate and zip: starts, strict, unequal lengths, laziness.
print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(enumerate("x", -1)), list(enumerate("ab", 2**63)), dict(enumerate("ab")))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip([1], "ab", (3, 4))), list(zip(range(3), "abc", strict=True)))
e = enumerate(iter("xy"))
print(next(e), next(e), next(e, "end"), iter(e) is e)
a, b = zip(*[(1, "a"), (2, "b")])
print(a, b, list(zip(*[[1, 2], [3, 4]])), [x + y for x, y in zip("ab", "cd")])
log = []
def noisy(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        yield i
print(list(zip(noisy("a", 3), noisy("b", 2))), log)
for action in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip("ab", "ab", "a", strict=True)), lambda: zip(1), lambda: zip([1], 5), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: enumerate("a", 1.5), lambda: enumerate(), lambda: zip(strict=1, other=2)):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
    print(i, k, v)
for i, x in enumerate(["p", "q", "r"][::-1], 1):
    if i == 2: continue
    print(i, x)
it = iter(range(7))
print(list(zip(it, it, it)), list(it))

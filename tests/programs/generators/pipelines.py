# wasm: yes
# Chains of generators; generator expressions; interleaving; infinite sources.
def naturals():
    n = 1
    while True:
        yield n
        n += 1
def sieve(it):
    p = next(it)
    yield p
    yield from sieve(x for x in it if x % p)
def take(n, it):
    out = []
    for x in it:
        if len(out) == n: break
        out.append(x)
    return out
def from_two():
    it = naturals()
    next(it)
    return it
print(take(15, sieve(from_two())))
log = []
def stage(name, it):
    for x in it:
        log.append(f"{name}{x}")
        yield x + 1
print(list(stage("c", stage("b", stage("a", range(2))))), log)
def merge(*its):
    its = [iter(i) for i in its]
    while its:
        for it in list(its):
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)
print(list(merge("abc", [1], (x for x in "XY"))))
def window(it, n):
    w = []
    for x in it:
        w.append(x)
        if len(w) > n: w.pop(0)
        if len(w) == n: yield tuple(w)
print(list(window(range(5), 3)))
def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for p in permutations(items[1:]):
            for i in range(len(items)):
                yield p[:i] + items[:1] + p[i:]
print([*permutations("abc")], sum(1 for _ in permutations(list(range(6)))))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(take(10, fib()), next(x for x in fib() if x > 1000), sum(x for x in take(20, fib()) if x % 2 == 0))
n = 10
g = (n + i for i in range(3))
n = 100
print(list(g), [[y for y in (x for x in range(i))] for i in range(3)])
first = (print("evaluated now") or i for i in [1, 2])
print("lazy"); next(first)
try:
    (x for x in None)
except TypeError as error:
    print(error)
def unpack(): yield 1; yield 2
a, b = unpack()
print(a, b, *unpack(), [*unpack(), 3], sorted(unpack(), reverse=True), list(zip(unpack(), unpack())), set(unpack()) == {1, 2})

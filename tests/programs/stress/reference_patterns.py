# Patterns that exercise reference counting: swaps, shared values, containers of themselves, conditional moves.
class R:
    count = 0
    def __init__(self, v):
        R.count += 1
        self.v = v
    def __del__(self): R.count -= 1
def swap_chain():
    a, b, c = R(1), R(2), R(3)
    for _ in range(7): a, b, c = c, a, b
    return a.v, b.v, c.v, R.count
print(swap_chain(), R.count)
def branches(n):
    x = R(n)
    y = x if n % 2 else R(n * 10)
    if n > 2: x = y
    z = [x, y, x]
    del x
    while z:
        y = z.pop()
        if n == 3: break
    return y.v, R.count
print([branches(n) for n in range(5)], R.count)
def returns_argument(a, b=None): return a if b is None else b
r = R(5)
print(returns_argument(r) is r, returns_argument(r, R(6)).v, R.count)
r = returns_argument(returns_argument(r, r))
print(R.count)
def in_containers():
    d = {i: R(i) for i in range(5)}
    l = list(d.values())
    t = tuple(l)
    d.clear()
    one = R.count
    l[1:4] = []
    two = R.count
    t = t[:1]
    return one, two, R.count, len(l)
print(in_containers(), R.count)
def exceptions():
    keep = []
    for i in range(4):
        r = R(i)
        try:
            if i % 2: raise ValueError(r)
            keep.append(r)
        except ValueError as e:
            keep.append(e.args[0].v)
    return R.count, len(keep)
print(exceptions(), R.count)
def generators():
    def g():
        r = R(1)
        yield r
        r = R(2)
        yield r
    it = g()
    a = next(it)
    b = R.count
    next(it)
    c = R.count
    del a
    return b, c, R.count
print(generators(), R.count)
def closures():
    r = R(1)
    fs = [lambda: r for _ in range(3)]
    s = fs[0]()
    r = R(2)
    return fs[1]() is r, s is r, R.count
print(closures(), R.count)
class Node:
    def __init__(self): self.r = R(0)
    def replace(self):
        old, self.r = self.r, R(1)
        return old.v
n = Node()
print(n.replace(), R.count, n.r.v)
n.r = n.r
n.__dict__["r"] = R(9)
print(n.r.v, R.count)
del n, r
print(R.count)
star = lambda *a, **k: (len(a), len(k), R.count)
print(star(R(1), *[R(2), R(3)], k=R(4), **{"z": R(5)}), R.count)
a = [R(i) for i in range(3)]
a[0], a[1] = a[1], a[0]
a += a
a *= 2
print(R.count, len(a))
a[:] = a[:2]
print(R.count)
b, *c = a
a = None
print(R.count, len(c))
b = c = None
print(R.count)

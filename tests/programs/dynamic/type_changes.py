# wasm: yes
# Variables, attributes and results that change their type.
x = 1
for value in (2, 2.5, "s", [1], None, (1, 2), {"k": 1}, True, 10**30):
    x = value
    print(type(x).__name__, x, end="; ")
print()
def poly(a, b): return a + b
print(poly(1, 2), poly(1.5, 2), poly("a", "b"), poly([1], [2]), poly((1,), (2,)), poly(2**62, 2**62), poly(True, 1))
class P:
    def __init__(self, v): self.v = v
    def get(self): return self.v
objs = [P(1), P("two"), P(3.0), P(None), P([4])]
print([o.get() for o in objs])
objs[0].v = "changed"
print(objs[0].get())
def loop(n):
    total = 0
    for i in range(n):
        total += i
        if i == 3: total = float(total)
        if i == 6: total = str(total); break
    return total
print(loop(3), loop(5), loop(10))
def maybe(n): return n if n > 0 else None
print([maybe(n) for n in (-1, 0, 1)])
def big(n):
    r = 1
    for i in range(n): r *= 3
    return r
print(big(10), big(29), big(30), big(40), big(100))
acc = 0
for v in (1, 2**61, 2**61, 2**61, 2**61, -2**63, 0.5):
    acc += v
    print(type(acc).__name__, acc)
items = [3, 1, 2]
items.append(2.5); items.append(10**20); items.append(True)
print(sorted(items), sum(items))
d = {1: "a"}
d["1"] = "b"; d[1.5] = "c"; d[None] = "d"
print(d[1], d[1.0], d["1"])
f = len
print(f("abc")); f = lambda v: v * 2; print(f("abc")); f = P; print(f(5).v)

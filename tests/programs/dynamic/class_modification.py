# wasm: yes
# Classes that change after instances exist: attributes, bases by methods, methods while running.
class Counter:
    step = 1
    def __init__(self): self.n = 0
    def tick(self):
        self.n += self.step
        return self.n
c = Counter()
print(c.tick()); Counter.step = 10; print(c.tick()); c.step = 100; print(c.tick()); del c.step; print(c.tick())
def new_tick(self):
    Counter.tick = old_tick
    return "once"
old_tick = Counter.tick
Counter.tick = new_tick
print(c.tick(), c.tick())
for name, value in {"a": 1, "b": [2], "double": lambda self: self.n * 2}.items():
    setattr(Counter, name, value)
print(c.a, c.b, c.double())
class Meta: pass
Meta.f = lambda self: "f"
m = Meta()
print(m.f())
Meta.f = 5
print(m.f)
Meta.f = staticmethod(lambda: "static")
print(m.f())
Meta.f = property(lambda self: "prop")
print(m.f)
m.__dict__["f"] = "hidden by the property"
print(m.f)
del Meta.f
print(m.f)
class Base:
    def hello(self): return "base"
class Child(Base): pass
kid = Child()
results = []
for i in range(5):
    results.append(kid.hello())
    if i == 1: Child.hello = lambda self: "child"
    if i == 2: Base.hello = lambda self: "new base"
    if i == 3: del Child.hello
print(results)
class Other:
    def hello(self): return "other " + type(self).__name__
kid.__class__ = Other
print(kid.hello(), isinstance(kid, Child))
class Num:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
n1, n2 = Num(1), Num(1)
print(n1 == n2)
Num.__eq__ = lambda self, o: "custom"
print(n1 == n2)
del Num.__eq__
print(n1 == n2)
Num.__repr__ = lambda self: f"<{self.v}>"
print(n1, [n2])
Num.__call__ = lambda self, x: x + self.v
print(n1(5))

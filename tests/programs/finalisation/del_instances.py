# Attributes die with their instance, in order; __del__ before attributes.
class R:
    def __init__(self, name, **kw):
        self.name = name
        self.__dict__.update(kw)
    def __del__(self): print("del", self.name)
class Plain:
    pass
p = Plain()
p.first, p.second, p.third = R("first"), R("second"), R("third")
del p
print("--")
o = R("outer", inner=R("inner"))
o = None
print("--")
o = R("parent", child=R("child", leaf=R("leaf")))
child = o.child
del o
print("child still here", child.leaf.name)
del child
print("--")
p = Plain()
p.x = R("x")
p.x = R("new x")
del p.x
print("--")
class Sub(R):
    def __del__(self):
        print("sub del", self.name)
        super().__del__()
Sub("s")
print("--")
class WithSlotOrder:
    def __init__(self):
        self.b = R("b")
        self.a = R("a")
    def __del__(self): print("owner first", self.b.name)
WithSlotOrder()
print("--")
m = R("method").__del__
m()
print("explicit call done")
del m
print("--")
def closure():
    r = R("captured")
    return lambda: r.name
c = closure()
print(c())
c = None
print("closure gone")
def gen():
    r = R("in generator")
    yield 1
    print("never")
g = gen()
next(g)
del g
print("generator gone")

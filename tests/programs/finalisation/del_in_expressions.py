# Lifetimes of temporaries inside expressions, calls and returns.
class R:
    def __init__(self, name):
        self.name = name
        print("make", name)
    def __del__(self): print("del", self.name)
    def __add__(self, o): return R(f"({self.name}+{o.name})")
    def get(self): return self.name
    def me(self): return self
print(R("a").get())
print((R("b") + R("c")).name)
x = R("d") + R("e") + R("f")
print("sum", x.name)
x = None
def f(a, b): return b
y = f(R("p"), R("q"))
print("f returned", y.name)
y = None
def chain(): return R("chain").me().me()
chain()
print("list", len([R("l1"), R("l2")]))
print("index", [R("i1"), R("i2")][1].name)
z = [R("c1"), R("c2")][0]
print("kept", z.name)
z = None
print("cond", (R("true") if True else R("false")).name)
print("and", (R("left") and R("right")).name)
print(f"{R('f').name}")
for r in (R("loop1"), R("loop2")):
    print("loop", r.name)
r = None
print([R(n).name for n in "xy"])
R("stmt")
_ = R("underscore")
del _
a, b = R("u1"), R("u2")
a = b = None
def default(v=R("default")): return v.name
print(default())
del default
print("comparison", R("m") == R("n"))

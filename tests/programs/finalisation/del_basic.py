# wasm: yes
# __del__ runs as soon as the last reference goes away.
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a = R("a")
b = a
del a
print("still referenced")
b = None
print("after b")
R("temporary")
print("after temporary")
x = R("x1")
x = R("x2")
print("rebound")
def f():
    local = R("local")
    print("in f")
f()
print("after f")
def g(arg): print("in g", arg.name)
g(R("argument"))
print("after g")
l = [R("l0"), R("l1"), R("l2")]
l[1] = None
print("replaced")
l.pop()
print("popped")
del l
print("list gone")
d = {"k": R("value")}
d["k"] = R("value2")
d.clear()
print("dict cleared")
t = (R("t0"), R("t1"))
t = ()
print("tuple gone")
s = R("swap1"), R("swap2")
p, q = s
del s
p, q = q, p
del p
print("end")

# wasm: yes
# Functions, methods and classes replaced while the program runs.
def greet(name): return "hello " + name
def use(name): return greet(name)
print(use("a"))
old = greet
def greet(name): return "hi " + old(name)
print(use("b"))
greet = str.upper
print(use("c"))
class A:
    def f(self): return "A.f"
    def g(self): return self.f()
class B(A): pass
a, b = A(), B()
print(a.g(), b.g())
A.f = lambda self: "patched"
print(a.g(), b.g())
B.f = lambda self: "B patched"
print(a.g(), b.g())
b.f = lambda: "instance"
print(b.g(), B().g())
del B.f
print(b.g(), B().g())
del b.f
del A.f
try:
    a.g()
except AttributeError as error:
    print(error)
A.new = property(lambda self: "new property")
print(a.new, b.new)
A.__add__ = lambda self, o: "added"
print(a + 1)
A.__init__ = lambda self, x=0: setattr(self, "x", x)
print(A(5).x, B().x)
def helper(n): return n
def loop():
    global helper
    out = []
    for i in range(4):
        out.append(helper(i))
        if i == 1:
            helper = lambda n: n * 100
    return out
print(loop())

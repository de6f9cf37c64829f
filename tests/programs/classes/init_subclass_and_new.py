# __init_subclass__, __new__ with arguments, __class__ assignment, type() with three arguments.
class Plugin:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Plugin.registry.append((cls.__name__, tag))
class A(Plugin, tag="a"): pass
class B(A): pass
print(Plugin.registry, A.tag, B.tag)
try:
    class C(object, tag=1): pass
except TypeError as error:
    print(error)
class Even:
    def __new__(cls, n):
        print("new", n)
        self = super().__new__(cls)
        self.half = n // 2
        return self
    def __init__(self, n):
        print("init", n)
        self.n = n
e = Even(10)
print(e.n, e.half)
class State1:
    def name(self): return "one"
class State2:
    def name(self): return "two"
s = State1()
print(s.name()); s.__class__ = State2; print(s.name(), type(s).__name__)
try:
    s.__class__ = int
except TypeError as error:
    print(error)
Dyn = type("Dyn", (State1,), {"x": 5, "get": lambda self: self.x})
print(Dyn.__name__, Dyn().get(), Dyn().name(), Dyn.__bases__, type(Dyn))
def add_method(cls):
    def hello(self): return f"hello from {type(self).__name__}"
    cls.hello = hello
for c in (A, B, State2):
    add_method(c)
print(B().hello(), s.hello())
try:
    object.__new__(5)
except TypeError as error:
    print(error)
try:
    type("X", 5, {})
except TypeError as error:
    print(error)

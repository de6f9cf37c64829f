# wasm: yes
# Lookup of dunders goes to the class, not the instance; None blocks a protocol.
class A:
    def __len__(self): return 1
a = A()
a.__len__ = lambda: 99
a.__str__ = lambda: "instance str"
print(len(a), a.__len__(), str(a) == "instance str")
class B:
    __hash__ = None
    __iter__ = None
    __contains__ = None
    __add__ = None
    __reversed__ = None
for action in (lambda: hash(B()), lambda: iter(B()), lambda: 1 in B(), lambda: B() + 1, lambda: reversed(B())):
    try:
        action()
    except TypeError as error:
        print(error)
class C: pass
c = C()
C.__len__ = lambda self: 7
C.__add__ = lambda self, o: ("added", o)
C.__iter__ = lambda self: iter("later")
print(len(c), c + 1, list(c))
del C.__len__
try:
    len(c)
except TypeError as error:
    print(error)
class D(C):
    __add__ = C.__add__
    total = property(lambda self: 5)
print(D() + 2, D().total, [*D()])
C.__iter__ = lambda self: iter("new")
print([*D()])
class E:
    x = [1, 2, 3].index
    f = len
    g = lambda self: self
    h = print
print(E().x(2), E().f("abc"), E().g().__class__.__name__, E.h("h"))

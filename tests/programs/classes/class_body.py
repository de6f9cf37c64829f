# wasm: yes
# Class bodies are code: loops, conditions, nested classes, name mangling.
class C:
    table = {}
    for i in range(3):
        table[i] = i * i
    if len(table) == 3:
        big = True
    def __init__(self):
        self.__secret = 1
        self._open = 2
        self.__dunder__ = 3
    def reveal(self): return self.__secret
    __hidden = "class"
    @classmethod
    def show(cls): return cls.__hidden
    class Inner:
        def hi(self): return "inner"
        class Deeper: pass
    x = y = 1
    x += 5
    print("in body", x, __name__, __qualname__)
c = C()
print(C.table, C.i, C.big, c.reveal(), C.show(), sorted(c.__dict__), C.Inner().hi(), C.Inner.Deeper.__qualname__, C.x, C.y)
for name in ("__secret", "__hidden"):
    print(hasattr(c, name), hasattr(c, "_C" + name))
try:
    c.__secret
except AttributeError as error:
    print(error)
class D(C):
    def __init__(self):
        super().__init__()
        self.__secret = "D's"
    def both(self): return self.__secret, self.reveal(), self._C__secret
print(D().both(), sorted(D().__dict__))
def make(n):
    class Local:
        size = n
        def get(self): return n, self.size
    n += 1
    return Local
L1, L2 = make(1), make(10)
print(L1().get(), L2().get(), L1 is L2, L1.__qualname__)
class E:
    def a(self): return 1
    b = a
    def a(self): return 2
    del_me = 5
    del del_me
print(E().a(), E().b(), hasattr(E, "del_me"))
class F:
    try:
        1 / 0
    except ZeroDivisionError:
        ok = "caught in body"
    values = [v for v in "ab"]
    f = lambda self, q=values: q
print(F.ok, F().f())
try:
    class G:
        first = 1
        second = undefined
except NameError as error:
    print(error)
print("G" in globals())
class H(C):
    pass
print(H.big)

def t(f, *a, **k):
    try: print(f(*a, **k))
    except TypeError as e: print(e)
def f(a, b, c=3): return (a, b, c)
t(f); t(f, 1); t(f, 1, 2); t(f, 1, 2, 3, 4); t(f, 1, b=2); t(f, 1, 2, b=3); t(f, x=1); t(f, 1, 2, x=1)
def g(a, /, b, *, c, d=4): return (a, b, c, d)
t(g); t(g, 1, 2); t(g, 1, 2, 3); t(g, 1, 2, c=3); t(g, a=1, b=2, c=3); t(g, 1, 2, 3, c=4)
def h(*a, **k): return (a, k)
t(h, 1, 2, x=3); t(h)
def one(a): return a
t(one); t(one, 1, 2)
def none(): return 0
t(none, 1)
def kw(*, a, b): return (a, b)
t(kw); t(kw, a=1); t(kw, 1, a=1, b=2)
def opt(a=1, b=2): return (a, b)
t(opt, 1, 2, 3)
def pk(a, /, **k): return (a, k)
t(pk, 1, a=2)
class C:
    def m(self, x): return x
    @classmethod
    def c(cls, x): return (cls.__name__, x)
    @staticmethod
    def s(x): return x
t(C().m); t(C().m, 1, 2); t(C.m, 1); t(C.c, 1); t(C().c); t(C.s, 4); t(C().s)
t(h, *[1, 2], **{'z': 1}); t(f, *(1, 2, 3)); t(f, **{'a': 1, 'b': 2}); t(lambda: h(**{1: 2}))
t(lambda: f(1, **{'a': 2}))
t(lambda: f(*1)); t(lambda: f(**1)); t(lambda: f(1, 2, **{'c': 1}, **{'c': 2}))
print(f.__name__, f.__qualname__, C.m.__qualname__, f.__defaults__, g.__kwdefaults__, f.__doc__, f.__module__, f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames)
f.attr = 1
print(f.attr, f.__dict__)
f.__defaults__ = (9,)
print(f(1, 2))
f.__name__ = 'ff'
print(f.__name__)
m = C().m
print(m(3), m.__func__ is C.m, m.__self__.__class__.__name__, m == m, m.__name__)
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
i = outer()
print(i(), i(), i.__closure__[0].cell_contents, i.__qualname__)
def ann(a: int, b: str = 'x') -> float: "docs"; return 1.0
print(ann.__annotations__, ann.__doc__)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
class Node:
    def __init__(self, n): self.next = n
n = None
for _ in range(200000): n = Node(n)
del n
l = []
for _ in range(200000): l = [l]
del l
print('ok')
def sup():
    class A:
        def __init__(self): print('A')
    class B(A):
        def __init__(self): super().__init__(); print('B', super())
    B()
try: sup()
except Exception as e: print(e)
def kwonly_default(*, x=[]): x.append(1); return x
print(kwonly_default(), kwonly_default())
t(len); t(len, 1, 2); t([].append); t([].append, 1, 2); t([].pop, 1, 2); t(list.append, 1); t(sorted); t(''.split, 1, 2, 3); t(''.join, 1, 2); t(isinstance, 1)
t(object, 1); t(C, 1); t(int, 1, 2, 3)

# wasm: yes
# Functions as values: in containers, attributes, comparison, map/filter/sorted keys.
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max, "len": len}
print(ops["+"](1, 2), ops["-"](1, 2), ops["max"](3, 4), ops["len"]("abc"))
def f():
    """Doc of f."""
    return f.count
f.count = 5
f.other = [1]
print(f(), f.other, f.__name__, f.__doc__, f.__qualname__, f.__dict__, f.__module__, callable(f), callable(5), f == f, f is f)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, (lambda: 0).__name__, outer() == outer(), outer().__doc__)
class K:
    def m(self): pass
    @staticmethod
    def s(): pass
print(K.m.__qualname__, K.s.__qualname__, K.m.__name__, K().m.__name__, K().m.__func__ is K.m)
print(list(map(lambda x, y: x * y, [1, 2, 3], [4, 5, 6])), list(filter(lambda x: x % 2, range(6))), sorted("bca", key=lambda c: -ord(c)))
print((lambda x: (lambda y: x + y))(1)(2), (lambda: (yield))().__class__.__name__, [g(3) for g in (str, float, lambda v: -v, [9, 8, 7, 6].__getitem__)])
fact = lambda n: 1 if n <= 1 else n * fact(n - 1)
print(fact(20), (lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))(1, d=4, z=0))
try:
    f.missing
except AttributeError as error:
    print(error)
try:
    (lambda x: x)()
except TypeError as error:
    print(error)
def g(x): return x
alias = g
def g(x): return -x
print(alias(1), g(1))

# Functions changed at run time: defaults, attributes, __name__, __code__-free swaps, __dict__.
def f(a, b=1): return a, b
f.__defaults__ = (10, 20)
print(f(), f(1))
f.__kwdefaults__ = None
f.__name__ = "renamed"
f.__doc__ = "doc"
print(f.__name__, f.__doc__, f.__qualname__, repr(f)[:11])
f.cache = {}
def cached(n):
    if n not in cached.cache:
        cached.cache[n] = n * n
    return cached.cache[n]
cached.cache = {}
print(cached(3), cached(3), cached.cache)
try:
    f.__name__ = 5
except TypeError as error:
    print(error)
try:
    f.__defaults__ = 5
except TypeError as error:
    print(error)
try:
    del f.nope
except AttributeError as error:
    print(error)
def k(*, x=1): return x
k.__kwdefaults__["x"] = 99
print(k())
def outer():
    v = 1
    def inner(): return v
    v = 2
    return inner
i = outer()
print(len(i.__closure__), i.__closure__[0].cell_contents, f.__closure__)
f.__dict__["z"] = 1
print(f.z, sorted(f.__dict__))
class C: pass
C.m = f
print(C().m(5)[1])
print(f.__module__, f.__globals__ is globals(), f.__annotations__)

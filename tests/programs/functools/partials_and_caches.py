# What partial objects are made of, show, and keep; keys of cmp_to_key; copies of caches.
# wasm: yes
import functools
import _weakref as weakref
from functools import cmp_to_key, lru_cache, partial


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def capture(*args, **kwargs):
    return args, kwargs


p = partial(capture, 1, 2, a=10)
print(p.__reduce__()[1:] == ((capture,), (capture, (1, 2), {"a": 10}, None)))
p.note = 1
print(p.__reduce__()[2][3], partial(p, 3).args, vars(p))
print(repr(partial(int, 1, "x", base=2)), partial[int])
attempt(partial)
attempt(partial, 5)
attempt(setattr, p, "func", print)
attempt(setattr, p, "args", ())


class Sub(partial):
    pass


s = Sub(capture, 1)
print(Sub(int), s(2, b=3), partial(s, 2).func is capture, partial(s, 2).args)

p.__setstate__((capture, (7,), {"k": 8}, {"attr": []}))
print(p(1), p.args, p.keywords, vars(p), p.attr)
p.__setstate__((capture, (), None, None))
print(p(), vars(p))


class Items(tuple):
    pass


p.__setstate__((capture, Items([1, 2]), {}, {}))
print(type(p.args).__name__, p())
for state in [5, (capture,), (capture, (), {}), (1, (), {}, None), (capture, [], {}, None), (capture, (), 5, None)]:
    attempt(p.__setstate__, state)
p.__setstate__((p, (), {}, {}))
print(repr(p))
p.__setstate__((capture, (p,), {}, {}))
print(repr(p).replace(repr(capture), "capture"))
p.__setstate__((capture, (), {"a": p}, {}))
print(repr(p).replace(repr(capture), "capture"))
p.__setstate__((capture, (), {}, {}))


class Changing:
    def __str__(self):
        p.keywords[self] = ["other"]
        return "key"


p.keywords[Changing()] = ["kept"]
print(repr(p).replace(repr(capture), "capture"))
attempt(p)
p.keywords.clear()
reference = weakref.ref(p)
print(reference() is p)
del p
print(reference())


class Resetting:
    def __call__(self, *args):
        r.__setstate__((capture, (), {}, {}))
        return args


r = partial(Resetting(), [1], [2])
print(r([3]), r.func is capture)


# The types of a module that goes by two names are the same.
import _functools
print(_functools.partial is functools.partial)

K = cmp_to_key(lambda a, b: a - b)
print(K(1) < K(2), K(obj=3).obj, K(1) == K(1))
attempt(K)
attempt(K, 1, 2)
attempt(K, other=1)
attempt(hash, K(1))
attempt(lambda: K(1) < 1)
k = K(5)
k.obj = 1
print(k < K(3))


@lru_cache(maxsize=2)
def cached(x, y=None):
    "Documented."
    return x


cached.extra = 1
print(cached.__name__, cached.__doc__, cached.extra, cached.__wrapped__.__name__, sorted(set(vars(cached)) - {"cache_parameters"}))
cached.__name__ = "renamed"
print(cached.__name__, cached.__reduce__(), cached.__copy__() is cached, cached.__deepcopy__({}) is cached)
print(weakref.ref(cached)() is cached)


class Counting:
    hashes = 0

    def __hash__(self):
        Counting.hashes += 1
        return 1


c = Counting()
cached(c)
cached(c)
print(Counting.hashes, cached.cache_info())
for x in range(5):
    cached(x)
cached(3)
cached(9)
print(cached(3), cached.cache_info())
attempt(cached, [])
attempt(lru_cache, "x")


@lru_cache(maxsize=1000)
def many(x):
    return x


for x in range(20000):
    many(x)
    many(x - x % 7)
print(many.cache_info())
many.cache_clear()
for x in range(3000):
    many(x)
print(many.cache_info(), many(2500), many.cache_info().hits)


@lru_cache(maxsize=3)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(30), fibonacci.cache_info())

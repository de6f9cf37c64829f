# Keyword, star and default calls in loops to functions whose parameters are renamed or reordered.
# wasm: yes


def f(a, b=2, *, c=3):
    return a * 100 + b * 10 + c


def g(b, a=0.5, *, c=1):
    return a * 100 + b * 10 + c


def h(*args, **kwargs):
    return len(args) + len(kwargs) * 1000


def k(a, /, b, *rest, c, **more):
    return a + b + c + sum(rest) + len(more)


def hot(n):
    total = 0
    for i in range(n):
        total += f(i) + f(i, 1) + f(a=i, b=3) + f(i, c=5) + f(*(i, 2)) + f(**{"a": i}) + f(b=1, a=i, c=0)
    return total


def during(n, other):
    global f
    keep = f
    total = 0
    try:
        for i in range(n):
            if i == n // 2:
                f = other
            total += f(i, b=1, c=2)
    except TypeError as error:
        total = str(error)
    f = keep
    return total


keep = f
print(hot(300))
for other in (h, lambda a, b, c: 0.5, lambda *, a=1, b, c: 1, k, g, lambda x, y: 1, print and max):
    print(during(300, other))
    f = other
    try:
        print(hot(300))
    except TypeError as error:
        print(error)
    f = keep
print(hot(300))


class Method:
    def run(self, a, b=2, *, c=3):
        return a + b + c


def methods(m, n):
    total = 0
    for i in range(n):
        total += m.run(i) + m.run(i, c=1) + m.run(b=i, a=2) + m.run(*[i])
    return total


m = Method()
print(methods(m, 300))
Method.run = lambda self, a, b=0.5, c=0: a * b + c
print(methods(m, 300))
Method.run = staticmethod(lambda a, b=1, **c: a - b)
print(methods(m, 300))
Method.run = classmethod(lambda cls, *a, **c: len(a))
print(methods(m, 300))
Method.run = lambda self, x: x
try:
    methods(m, 300)
except TypeError as error:
    print(error)


def spread(args, kwargs, n):
    total = 0
    for _ in range(n):
        total += f(*args, **kwargs)
    return total


print(spread((1,), {}, 300), spread([1, 2], {"c": 0.5}, 300), spread(iter(()), {"a": 2 ** 60}, 3), spread("", {"a": True}, 2))
for args, kwargs in (((), {}), ((1, 2, 3), {}), ((1,), {"a": 1}), ((1,), {"z": 1}), ((1,), {3: 1}), (5, {}), ((), 5)):
    try:
        print(spread(args, kwargs, 2))
    except TypeError as error:
        print(error)

# f.__code__ = g.__code__ while loops call f directly.
# wasm: yes


def f(x):
    return x + 1


def g(x):
    return x * 2


def h(x):
    return "h" + str(x)


def hot(n):
    total = 0
    for i in range(n):
        total += f(i)
    return total


def changing(n):
    out = []
    for i in range(n):
        if i == n // 2:
            f.__code__ = h.__code__
        out.append(f(i))
    return out[0], out[n // 2 - 1], out[n // 2], out[-1]


keep = f.__code__
print(hot(300))
f.__code__ = g.__code__
print(hot(300), f.__name__)
f.__code__ = keep
print(hot(300))
print(changing(300))
f.__code__ = keep
print(hot(300))
f.__code__ = (lambda x, y=0: x - 1).__code__
try:
    print(hot(300))
except TypeError as error:
    print(error)
f.__defaults__ = (4,)
print(hot(300))
f.__code__ = (lambda: 3).__code__
try:
    hot(300)
except TypeError as error:
    print(error)
try:
    f.__code__ = 3
except TypeError as error:
    print(error)
f.__code__ = keep
f.__defaults__ = None
print(hot(300))


def generator(x):
    yield x


f.__code__ = generator.__code__
print(list(f(3)))
f.__code__ = keep


def outer():
    y = 3

    def inner(x):
        return x + y

    return inner


try:
    f.__code__ = outer().__code__
except ValueError as error:
    print(error)
a, b = outer(), outer()
b.__code__ = a.__code__
print(b(1), hot(300))


class C:
    def method(self, x):
        return x

    def other(self, x):
        return -x


def methods(c, n):
    total = 0
    for i in range(n):
        total += c.method(i)
    return total


c = C()
print(methods(c, 300))
C.method.__code__ = C.other.__code__
print(methods(c, 300))

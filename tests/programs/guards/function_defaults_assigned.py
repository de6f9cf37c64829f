# f.__defaults__ and f.__kwdefaults__ change between calls of a hot loop.
# wasm: yes


def f(x, y=10, *, z=100):
    return x + y + z


def hot(n):
    total = 0
    for i in range(n):
        total += f(i)
    return total


def changing(n):
    total = 0
    for i in range(n):
        if i == 100:
            f.__defaults__ = (0.5,)
        elif i == 200:
            f.__kwdefaults__ = {"z": 10 ** 18}
        total += f(i)
    return total


print(hot(300))
f.__defaults__ = (20,)
print(hot(300))
f.__kwdefaults__["z"] = 0
print(hot(300))
print(changing(300))
f.__defaults__ = (1, 2)
print(f(), hot(300))
f.__defaults__ = None
try:
    hot(300)
except TypeError as error:
    print(error)
f.__defaults__ = (3,)
f.__kwdefaults__ = None
try:
    hot(300)
except TypeError as error:
    print(error)
f.__kwdefaults__ = {"z": "s"}
try:
    hot(300)
except TypeError as error:
    print(error)
f.__kwdefaults__ = {"z": 1}
f.__defaults__ = (True,)
print(hot(300))
try:
    f.__defaults__ = [1]
except TypeError as error:
    print(error)
del f.__defaults__
print(f.__defaults__, f(1, 2))


class C:
    def m(self, a=1):
        return a


def methods(c):
    total = 0
    for i in range(300):
        total += c.m()
    return total


print(methods(C()))
C.m.__defaults__ = (2.25,)
print(methods(C()))

# __getattr__ and __getattribute__ are put on a class after loops have used its attributes.
# wasm: yes


class Record:
    def __init__(self):
        self.known = 1


def hot(r, n):
    total = 0
    for _ in range(n):
        total += r.known
    return total


def missing(r, n):
    total = 0
    for _ in range(n):
        try:
            total += r.unknown
        except AttributeError:
            total -= 1
    return total


r = Record()
print(hot(r, 300), missing(r, 300))
Record.__getattr__ = lambda self, name: len(name)
print(hot(r, 300), missing(r, 300))
del r.known
print(hot(r, 300))
r.known = 2
print(hot(r, 300))
del Record.__getattr__
print(hot(r, 300), missing(r, 300))


def intercept(self, name):
    if name == "known":
        return object.__getattribute__(self, name) + 0.5
    return object.__getattribute__(self, name)


Record.__getattribute__ = intercept
print(hot(r, 300), missing(r, 300))
del Record.__getattribute__
print(hot(r, 300))


def switching(r, n):
    total = 0
    for i in range(n):
        if i == 100:
            Record.__getattribute__ = lambda self, name: 1000
        elif i == 200:
            del Record.__getattribute__
        total += r.known
    return total


print(switching(r, 300))


class Base:
    pass


class Derived(Base):
    def __init__(self):
        self.known = 1


d = Derived()
print(hot(d, 300))
Base.__getattribute__ = lambda self, name: 9
print(hot(d, 300))
del Base.__getattribute__
print(hot(d, 300))

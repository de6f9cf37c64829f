# Methods are deleted from a class: the base's shows through, or nothing does.
# wasm: yes


class Base:
    def size(self):
        return 1


class Derived(Base):
    def size(self):
        return 10

    def own(self):
        return 5


def hot(x, n):
    total = 0
    for _ in range(n):
        total += x.size() + x.own()
    return total


def delete_inside(x, n):
    total = 0
    try:
        for i in range(n):
            if i == 100:
                del Derived.size
            if i == 200:
                del Derived.own
            total += x.size() + x.own()
    except AttributeError as error:
        print(error, "at", i)
    return total


d = Derived()
size, own = Derived.size, Derived.own
print(hot(d, 300))
del Derived.size
print(hot(d, 300))
Derived.size = size
print(delete_inside(d, 300))
Derived.own = own
print(hot(d, 300))
del Base.size
try:
    hot(d, 300)
except AttributeError as error:
    print(error)
d.size = lambda: 100
print(hot(d, 300))
del d.size
Base.size = size
print(hot(d, 300))
try:
    del Derived.size
except AttributeError as error:
    print(error)

# __init__ and __new__ are replaced, added and deleted while loops create instances.
# wasm: yes


class Item:
    def __init__(self, x):
        self.x = x


class Child(Item):
    pass


def create(kind, n):
    total = 0
    for i in range(n):
        total += kind(i).x
    return total


def during(kind, n, name, f):
    total = 0
    for i in range(n):
        if i == n // 2:
            setattr(Item, name, f)
        total += kind(i).x
    return total


original = Item.__init__
print(create(Item, 300), create(Child, 300))
print(during(Child, 300, "__init__", lambda self, x: setattr(self, "x", 0.5)))
print(create(Item, 300))
Item.__init__ = original


def new(cls, x):
    self = object.__new__(cls)
    self.y = x
    return self


print(during(Item, 300, "__new__", new), Item(3).__dict__)


def other(cls, x):
    return Other()


class Other:
    x = 7


Item.__new__ = other
print(create(Item, 300), create(Child, 300))
Item.__new__ = lambda cls, x: object.__new__(Child)
print(create(Item, 300), type(Item(1)).__name__)
Item.__new__ = lambda cls, *arguments: object.__new__(cls)
print(create(Item, 300))
Item.x = 1
Item.__init__ = lambda self, *arguments: None
print(create(Child, 300))
Child.__init__ = lambda self, x: original(self, x * 2)
print(create(Child, 300), create(Item, 300))
Item.__init__ = lambda self, x: 5
try:
    Item(3)
except TypeError as error:
    print(error)


class Bare:
    x = 1

    def __init__(self, x):
        pass


print(create(Bare, 300))
del Bare.__init__
for call in (lambda: Bare(1), lambda: Bare()):
    try:
        print(type(call()).__name__)
    except TypeError as error:
        print(error)


class Meta(type):
    pass


class Made(metaclass=Meta):
    def __init__(self, x):
        self.x = x


print(create(Made, 300))
Meta.__call__ = lambda cls, x: Other()
print(create(Made, 300))
del Meta.__call__
print(create(Made, 300))

"""Class attributes that change all the time, seen from the class, from subclasses and from instances."""


class Base:
    count = 0
    kind = "base"

    def bump(self):
        Base.count += 1
        return self.count

    def name(self):
        return self.kind


class Derived(Base):
    pass


class Other(Derived):
    count = 1000


def read(x):
    return x.count


def call(x):
    return x.kind()


items = [Base(), Derived(), Other()]
for i in range(60):
    print(read(Base), read(Derived), read(Other), *[read(x) for x in items], items[i % 3].bump())
    if i == 25:
        Derived.count = -1
    elif i == 40:
        del Derived.count
    elif i == 45:
        del Base.count
        try:
            read(items[0])
        except AttributeError as error:
            print(error)
        Base.count = 7
    elif i == 50:
        items[1].count = "own"
for i in range(40):
    Base.kind = (lambda n: lambda self: (n, type(self).__name__))(i)
    print([call(x) for x in items])
    if i == 30:
        Derived.kind = lambda self: "derived"
for i in range(40):
    Base.kind = property(lambda self, n=i: lambda: n) if i % 2 else staticmethod(lambda n=i: -n)
    print(call(items[0]), call(items[1]))


class Meta(type):
    total = 0


class Made(metaclass=Meta):
    pass


for i in range(40):
    Meta.total += 1
    assert Made.total == i + 1 == Meta.total
    if i == 30:
        Made.total = "made"
        break
print(Made.total, Meta.total)
for i in range(40):
    Made.__len__ = lambda self, n=i: n
    assert len(Made()) == i
    Made.__call__ = lambda self, n=i: -n
    assert Made()() == -i


class Shadowed(metaclass=Meta):
    total = "own"


for i in range(40):
    Meta.total = i if i < 35 else property(lambda cls: "meta")
    print(Shadowed.total, end=" ")
print()


def rounds():
    """Many classes whose attributes share places in any table of limited size."""
    classes = [type(f"C{i}", (Base,), {"value": i}) for i in range(200)]
    total = 0
    for r in range(20):
        for c in classes:
            c.value += r
            total = (total * 31 + c.value + c().value) % 1000000007
    return total


print(rounds())

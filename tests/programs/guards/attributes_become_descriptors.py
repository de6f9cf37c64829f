# Attributes of classes that were looked up as ordinary values, and become descriptors afterwards: because their class gets
# __get__ or __set__, has other bases, or they have another class themselves. Everything that was known has to end.
# wasm: yes


class Plain:
    pass


class C:
    x = Plain()
    y = Plain()

    def __init__(self):
        self.x = 1
        self.n = 0

    def read(self):
        return self.x

    def bump(self, value):
        self.x = value
        self.n += 1
        return self.n


def load(o):
    return o.x


def store(o, value):
    o.x = value


def shown(value):
    return "plain" if type(value) is Plain else value


def class_value(o):
    return shown(o.y), shown(C.y)


c = C()
for i in range(50):
    assert load(c) == i + 1 or i == 0
    store(c, i + 1)
    assert c.read() == i + 1 and c.bump(i + 2) == i + 1
print(load(c), c.read(), class_value(c))
Plain.__get__ = lambda self, instance, owner: ("got", instance is None)
print(load(c), c.read(), class_value(c))
Plain.__set__ = lambda self, instance, value: print("set", value)
print(load(c), c.read(), class_value(c))
store(c, 7)
print(c.bump(8), vars(c))
del Plain.__get__
print(load(c), c.read(), class_value(c))
store(c, 9)
del Plain.__set__
store(c, 10)
print(load(c), c.read(), class_value(c), c.bump(11), c.read())
Plain.__delete__ = lambda self, instance: print("delete")
del c.x
try:
    store(c, 12)
except AttributeError as error:
    print(error)
del Plain.__delete__
del c.x
print(shown(load(c)), shown(c.read()))


class Getting:
    def __get__(self, instance, owner):
        return "from __get__"


class Base:
    pass


class Derived(Base):
    pass


class D:
    by_class = Plain()
    by_base = Derived()
    by_bases = Derived()


def three(o):
    return [type(v).__name__ if not isinstance(v, str) else v for v in (o.by_class, o.by_base, o.by_bases)]


d = D()
for i in range(20):
    before = three(d), three(D)
print(before)
vars(D)["by_class"].__class__ = Getting
print(three(d), three(D))
vars(D)["by_class"].__class__ = Plain
print(three(d), three(D))
Base.__get__ = Getting.__get__
print(three(d), three(D))
del Base.__get__
print(three(d), three(D))
Derived.__bases__ = (Getting,)
print(three(d), three(D))


# The same on metaclasses.
class Hook:
    pass


class Meta(type):
    attribute = Hook()
    method = Hook()


class E(metaclass=Meta):
    attribute = True

    def method():
        return True


def of_class():
    return E.attribute, E.method()


for i in range(20):
    assert of_class() == (True, True)
Hook.__get__ = lambda self, instance, owner: lambda: "hooked"
print(of_class())
Hook.__set__ = lambda *args: None
print(E.attribute(), E.method())


# An object in an instance that a class attribute of the same name starts to hide.
class F:
    call = Hook()


f = F()
vars(f)["call"] = lambda: "of the instance"


def calls():
    return f.call()


print(calls(), calls())
del Hook.__set__
print(calls(), calls())


# A property that is made again without a getter.
class P:
    @property
    def value(self):
        return 5


def value(p):
    return p.value


p = P()
print(value(p), value(p))
P.value.__init__()
try:
    print(value(p))
except AttributeError as error:
    print(error)

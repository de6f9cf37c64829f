# singledispatch and classes that are subclasses by registration.
# wasm: yes
from _abc import _abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck
from functools import singledispatch


class Meta(type):
    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        _abc_init(cls)
        return cls

    def register(cls, other):
        return _abc_register(cls, other)

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, other):
        return _abc_subclasscheck(cls, other)


class Abstract(metaclass=Meta):
    pass


class Sized(Abstract):
    @classmethod
    def __subclasshook__(cls, other):
        return True if any("__len__" in base.__dict__ for base in other.__mro__) else NotImplemented


class Iterable(Abstract):
    pass


class Container(Iterable):
    pass


class Plain:
    pass


class Deep(Plain):
    pass


class Length:
    def __len__(self):
        return 1


@singledispatch
def kind(value):
    return "object"


kind.register(Sized, lambda value: "sized")
print(kind([]), kind(Length()), kind(1))
kind.register(list, lambda value: "list")
print(kind([]), kind(()))
kind.register(Iterable, lambda value: "iterable")
print(kind(Deep()))
Iterable.register(Plain)
print(kind(Deep()), kind(Plain()))
kind.register(Container, lambda value: "container")
Container.register(Deep)
print(kind(Deep()), kind(Plain()))
kind.register(Plain, lambda value: "plain")
print(kind(Deep()), kind(Plain()))


class Clash(Length):
    pass


Iterable.register(Clash)
try:
    print(kind(Clash()))
except RuntimeError as error:
    print(error)
Container.register(Length)
try:
    print(kind(Length()))
except RuntimeError as error:
    print(error)

# wasm: yes
# Class bodies, nested ones, metaclasses and hooks that fail.
def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def body():
    class Failing:
        a = 1
        b = a / 0


def nested():
    class A:
        class B:
            class C:
                missing_name


def bases():
    class A(object, 3):
        pass


def order():
    class X: pass
    class Y(X): pass
    class Z(X, Y): pass


def metaclass():
    class Meta(type):
        def __new__(mcs, name, bases, namespace, **kwargs):
            raise TypeError(f"no class {name}")

    class Made(metaclass=Meta, option=1):
        x = 1


def prepare():
    class Meta(type):
        @classmethod
        def __prepare__(mcs, name, bases):
            return {}[name]

    class Made(metaclass=Meta):
        pass


def init_subclass():
    class Base:
        def __init_subclass__(cls, /, needed):
            super().__init_subclass__()

    class Derived(Base):
        pass


def set_name():
    class Descriptor:
        def __set_name__(self, owner, name):
            raise ValueError(f"bad name {name}")

    class Owner:
        attribute = Descriptor()


def decorated():
    def decorator(cls):
        raise RuntimeError("decorator of a class")

    @decorator
    class Thing:
        pass


def slots():
    class Slotted:
        __slots__ = ("a", "1b")


functions = [body, nested, bases, order, metaclass, prepare, init_subclass, set_name, decorated, slots]
raise ExceptionGroup("classes", [attempt(f) for f in functions])

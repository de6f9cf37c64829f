# wasm: yes
"""Metaclasses whose mro() leaves a class out, extends an unfinished class, or assigns bases again."""


class Unlisted(type):
    def mro(cls):
        del Unlisted.mro
        return (Plain,)


class Plain:
    pass


try:
    class A(metaclass=Unlisted):
        pass
except TypeError as error:
    print(error)


class Extends(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ != "X":
            try:
                class X(cls):
                    pass
            except TypeError as error:
                print(error)
        return type.mro(cls)


class B(metaclass=Extends):
    pass


ready = False


class Reassigns(type):
    def mro(cls):
        global ready
        if ready and cls.__name__ == "C":
            ready = False
            C.__bases__ = (B2,)
        return type.mro(cls)


class Top(metaclass=Reassigns):
    pass


class B1(Top):
    pass


class B2(Top):
    pass


class C(Top):
    pass


ready = True
C.__bases__ = (B1,)
B1.__bases__ = (C,)
print(C.__bases__, B2.__subclasses__(), B1.__subclasses__(), B1.__bases__, C.__subclasses__())


class Cycles(type):
    def mro(cls):
        if cycling:
            if cls.__name__ == "D1":
                D2.__bases__ = (D1,)
            if cls.__name__ == "D2":
                D1.__bases__ = (D2,)
        return type.mro(cls)


cycling = False


class Root(metaclass=Cycles):
    pass


class D1(Root):
    pass


class D2(Root):
    pass


cycling = True
try:
    D1.__bases__ = ()
except TypeError as error:
    print(error)
try:
    D1.__bases__ = (Root, object)
except TypeError as error:
    print(error)


class Hooks:
    def __getattr__(self, name):
        raise AttributeError("hook " + name)

    def __getattribute__(self, name):
        if "__getattr__" in vars(Hooks):
            del Hooks.__getattr__
        raise AttributeError(name)


try:
    Hooks().attribute
except AttributeError as error:
    print(error)


class Raises:
    @property
    def __eq__(self):
        raise AttributeError("not got")


a = Raises()
print(a == a, a == Raises())
for kind in type({}.keys()), type({}.values()), type(iter([])), type(len), type(Plain().__init__):
    try:
        print(kind({}))
    except TypeError as error:
        print(error)

# wasm: yes
"""Generic classes: Generic as base, subscripts, aliases, what they may not be used for."""


def show(label, function):
    try:
        print(label, "=", function())
    except Exception as error:
        print(label, "!", type(error).__name__, error)


class Box[T]:
    """A box."""

    kind: T = None

    def __init__(self, value: T = None):
        self.value = value

    def get(self) -> T:
        return self.value

    def param(self):
        return T

    @classmethod
    def make(cls, value):
        return cls(value)


class Both[K, V](Box[V]):
    pass


class Any[*Ts]:
    pass


class Call[**P]:
    pass


class Registered:
    def __init_subclass__(cls, **keywords):
        print("init_subclass", cls.__name__, keywords)
        super().__init_subclass__()


class Sized[T: (int, str)](Registered, list, key=1):
    pass


class Meta(type):
    def __getitem__(cls, item):
        return "meta", item


class WithMeta[T](metaclass=Meta):
    pass


for cls in Box, Both, Any, Call, Sized, WithMeta:
    print(cls, cls.__type_params__, cls.__parameters__, cls.__bases__, cls.__orig_bases__, cls.__mro__)
print(Box.__doc__, Box.__annotations__, Box.get.__annotations__, Box.__dict__["__type_params__"])
print(Box(1).param(), Box[int](2).get(), Box[int].make(3).value, Box[int](4).__orig_class__)
print(sorted(name for name in Box.__dict__ if name not in ("__dict__", "__weakref__")))
show("meta", lambda: WithMeta[int])
show("one", lambda: Box[int])
show("two", lambda: Box[int, str])
show("few", lambda: Both[int])
show("both", lambda: Both[int, str])
show("nested", lambda: Box[Box[int]])
show("deep", lambda: Box[Both[int, list[str]]])
show("text", lambda: Box["Box"])
show("None", lambda: Box[None])
show("number", lambda: Box[3])
show("tuple", lambda: Box[(1, 2),])
show("isinstance", lambda: isinstance(Box(), Box[int]))
show("issubclass", lambda: issubclass(Box, Box[int]))
show("plain isinstance", lambda: isinstance(Both(), Box))
show("equal", lambda: (Box[int] == Box[int], Box[int] != Box[str], hash(Box[int]) == hash(Box[int])))
show("again", lambda: Box[int][str])
T = Box.__type_params__[0]
show("substitution", lambda: Both[int, T][str])
show("substitution", lambda: Both[T, list[T]][str])
show("substitution", lambda: list[Box[T]][int])
show("substitution", lambda: Box[dict[str, T]][int].__args__)
show("parameters", lambda: (Both[int, T].__parameters__, Box[int].__parameters__))
show("many", lambda: (Any[()], Any[int], Any[int, str], Any[*tuple[int, str]]))
show("pspec", lambda: (Call[int, str], Call[[int, str]], Call[...]))
show("pspec", lambda: Call[int].__args__)
show("pspec", lambda: Call[3])
show("attribute", lambda: Box[int].missing)
show("name", lambda: (Box[int].__name__, Box[int].__module__, Box[int].__origin__, Box[int].__args__))
show("class attribute", lambda: Box[int].kind)
Box[int].kind = "set"
show("class attribute", lambda: Box.kind)
show("optional", lambda: Box[int] | None)
show("union", lambda: Box[int] | str | Box[int])
show("union", lambda: int | Box[str])
show("class union", lambda: Box | None)
show("Generic", lambda: Box.__mro__[1][T])
Generic = Box.__mro__[1]
show("Generic", lambda: Generic[T, T])
show("Generic", lambda: Generic[int])
show("Generic", lambda: Generic[()])
show("Generic", lambda: Generic[T][int])


def plain():
    class Bad(Generic):
        pass


def twice():
    class Bad[X](Generic[X]):
        pass


def unlisted():
    class Bad(list[T], Generic[Both.__type_params__[0]]):
        pass


def no_parameters():
    class Fine(Box):
        pass

    return Fine.__parameters__, Fine[int]


def kept():
    class Fine(Box[T], Both[T, int]):
        pass


def kept_parameters():
    class Fine(Both[T, int]):
        pass

    return Fine.__parameters__, Fine[str], Fine.__orig_bases__, Fine.__bases__


for function in plain, twice, unlisted, no_parameters, kept, kept_parameters:
    show(function.__name__, function)


class Outer:
    name = "outer"

    class Inner[T](list[name]):
        def method[U](self):
            return T, U, Outer.Inner.__orig_bases__


print(Outer.Inner.__qualname__, Outer.Inner.method.__qualname__, Outer.Inner().method())


class Private[__T](list["__T"]):
    def get(self):
        return __T


print(Private().get(), Private.__type_params__)


class Slots[T]:
    __slots__ = ("value",)


print(Slots[int]().__class__)
show("slots", lambda: Slots[int]().__orig_class__)

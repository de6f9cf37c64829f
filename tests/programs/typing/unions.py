# wasm: yes
"""types.UnionType: `int | str`, with whatever can stand in it."""


def show(label, function):
    try:
        print(label, "=", function())
    except Exception as error:
        print(label, "!", type(error).__name__, error)


def parameters[T, U, *Ts, **P]():
    pass


T, U, Ts, P = parameters.__type_params__


class Meta(type):
    def __or__(cls, other):
        return "meta or", other


class WithMeta(metaclass=Meta):
    pass


class Plain:
    pass


for union in int | str, int | None, None | int, int | list[int], Plain | int, int | str | int, (int | str) | (str | bytes):
    print(union, union.__args__, union.__parameters__, type(union))
show("one", lambda: int | int)
show("aliases", lambda: (list[int] | list[int], list[int] | list[str] | list[int]))
show("None", lambda: None | None)
show("text", lambda: int | "x")
show("text", lambda: "x" | int)
show("number", lambda: int | 3)
show("number", lambda: 3 | int)
show("number", lambda: (int | str) | 3)
show("meta", lambda: (WithMeta | int, int | WithMeta))
show("equal", lambda: (int | str == str | int, (int | str) == (str | int), (int | str) == int, (int | str) != (int | str)))
show("equal", lambda: ((int | str) == (int | str | bytes), (int | list[int]) == (list[int] | int)))
show("hash", lambda: hash(int | str) == hash(str | int))
show("order", lambda: (int | str) < (int | str))
show("isinstance", lambda: [isinstance(x, int | str | None) for x in (1, "a", None, 2.5)])
show("isinstance", lambda: isinstance(1, (float | str, int)))
show("issubclass", lambda: [issubclass(x, int | str) for x in (bool, str, bytes)])
show("issubclass", lambda: issubclass(1, int | str))
show("generic first", lambda: isinstance(1, list[int] | int))
show("generic last", lambda: isinstance(1, int | list[int]))
show("generic last", lambda: isinstance("a", int | list[int]))
show("issubclass generic", lambda: issubclass(str, int | list[int]))
show("dunders", lambda: ((int | str).__instancecheck__(1), (int | str).__subclasscheck__(bytes)))
show("call", lambda: (int | str)())
show("make", lambda: type(int | str)())
show("missing", lambda: (int | str).missing)
show("set", lambda: setattr(int | str, "x", 1))
show("module", lambda: (int | str).__module__)
show("subscript", lambda: (int | str)[int])
show("subscript", lambda: (int | list[T])[str])
show("subscript", lambda: (list[T] | dict[T, U])[int, str])
show("subscript", lambda: (list[T] | dict[T, U])[int])
show("parameters", lambda: (list[T] | dict[U, T]).__parameters__)
show("same after", lambda: (list[T] | list[U])[int, int])

show("parameter", lambda: (T | int, int | T, T | None, None | T, T | U, T | T))
show("parameter", lambda: (T | int | None, P | int, T | list[int], list[T] | T))
show("parameter text", lambda: T | "Later")
show("parameter number", lambda: T | 3)
show("tuple parameter", lambda: Ts | int)
show("parameter args", lambda: ((T | int).__args__, (T | int).__parameters__, (T | int).__origin__))
show("parameter equal", lambda: ((T | int) == (int | T), hash(T | int) == hash(int | T)))
show("parameter subscript", lambda: (T | int)[str])
show("parameter subscript", lambda: (T | int)[int])
show("parameter isinstance", lambda: isinstance(1, T | int))
show("parameter isinstance", lambda: isinstance(1, int | U))


def annotated(a: int | None, b: "int | str" = 1) -> list[int] | None:
    return a


print(annotated.__annotations__)
match 5:
    case int() | str():
        print("matched")

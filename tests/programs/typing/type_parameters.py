# wasm: yes
"""Type parameters of functions: their kinds, attributes, reprs, bounds that are evaluated late."""


def show(label, function):
    try:
        print(label, "=", function())
    except Exception as error:
        print(label, "!", type(error).__name__, error)


def plain[T](value: T) -> T:
    return value


def several[T, *Ts, **P](first: T, *rest: *Ts, call=None) -> tuple[T, *Ts]:
    return first, rest


def bounded[T: int, U: (str, bytes), V: undefined](t: T, u: U) -> dict[T, U]:
    return {t: u}


print(plain(3), several(1, 2, 3), bounded(1, "a"))
for function in plain, several, bounded:
    print(function.__name__, function.__qualname__, function.__type_params__)
    for parameter in function.__type_params__:
        print(" ", parameter, type(parameter), parameter.__name__, parameter.__module__)
    print(" ", function.__annotations__)

T, Ts, P = several.__type_params__
B, C, V = bounded.__type_params__
print(B.__bound__, B.__constraints__, C.__bound__, C.__constraints__)
show("late bound", lambda: V.__bound__)
undefined = complex
show("late bound", lambda: V.__bound__)
undefined = int
show("late bound", lambda: V.__bound__)
print(T.__covariant__, T.__contravariant__, T.__infer_variance__, T.__bound__, T.__constraints__)
print(P.args, P.kwargs, type(P.args), P.args.__origin__ is P, P.args == P.args, P.args == P.kwargs, P.__bound__)
print([*Ts], hash(T) == hash(T), T == T, T == B)

show("set name", lambda: setattr(T, "__name__", "x"))
show("set bound", lambda: setattr(T, "__bound__", int))
show("set other", lambda: setattr(T, "other", 5))
show("other", lambda: T.other)
show("missing", lambda: T.missing)
show("subst", lambda: T.__typing_subst__(int))
show("subst tuple", lambda: T.__typing_subst__((1, 2)))
show("subst Ts", lambda: Ts.__typing_subst__(int))
show("call", lambda: T())
show("subscript", lambda: T[int])
show("isinstance", lambda: isinstance(1, T))


def base(parameter):
    class Derived(parameter):
        pass


for parameter in T, P, Ts, P.args, P.kwargs:
    show("base", lambda: base(parameter))

# What the parameters see, and who sees them.


def outer[X](value: X):
    def inner[Y](other: Y):
        return X, Y, inner.__type_params__

    return inner(1)


print(outer(1), outer.__type_params__, outer.__closure__ is not None)


def defaults[D](a=(lambda: 5)(), *, b: D = "text") -> D:
    return a, b, D


print(defaults(), defaults.__defaults__, defaults.__kwdefaults__, defaults.__annotations__)


def decorate(function):
    print("decorated", function.__name__, function.__type_params__)
    return function


@decorate
def decorated[Q]():
    return Q


print(decorated(), decorated.__code__.co_name)


def generator[G](count: int):
    for _ in range(count):
        yield G


print(list(generator(2)))


class Counter:
    step = 2

    def add[T: step](self, value: T, other: step = step) -> T:
        return value, T, __class__

    def __private[__T](self, x: __T):
        return __T

    def name(self):
        return self.__private(1)


print(Counter().add(1), Counter.add.__type_params__[0].__bound__, Counter.add.__annotations__)
print(Counter().name(), Counter._Counter__private.__type_params__, Counter.add.__qualname__)


def shadow[T](T: T):
    return T


print(shadow(5), shadow.__type_params__)


def assign[T]():
    T = 5
    return T


print(assign(), assign.__type_params__)


def late():
    def bound[T: name]():
        return T.__bound__

    name = 1
    print(bound())
    name = 2
    print(bound())


late()

show("params", lambda: setattr(plain, "__type_params__", [1]))
show("params", lambda: delattr(plain, "__type_params__"))
plain.__type_params__ = (1, 2)
print(plain.__type_params__, base.__type_params__)

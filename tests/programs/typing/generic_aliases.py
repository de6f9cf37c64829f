# wasm: yes
"""types.GenericAlias: `list[int]` and what can be done with it."""


def show(label, function):
    try:
        print(label, "=", function())
    except Exception as error:
        print(label, "!", type(error).__name__, error)


def parameters[T, U, *Ts, **P]():
    pass


T, U, Ts, P = parameters.__type_params__


class Own:
    def __class_getitem__(cls, item):
        return "own", item


class Nested:
    class Inner:
        pass


for alias in (
    list[int], dict[str, int], tuple[int, ...], tuple[()], type[int], set[None], frozenset[list[int]],
    list[Nested.Inner], list["text"], list[[int], 3], dict[T, list[U]], list[len], tuple[*Ts], enumerate[int],
):
    print(alias, alias.__origin__, alias.__args__, alias.__parameters__, alias.__unpacked__, type(alias))

show("own", lambda: Own[1, 2])
show("call", lambda: (list[int]("ab"), dict[str, int](a=1), tuple[int]([1])))
show("forwarded", lambda: (list[int].append, list[int].__name__, list[int].__doc__ == list.__doc__))
show("missing", lambda: list[int].missing)
show("set", lambda: setattr(list[int], "x", 1))
show("isinstance", lambda: isinstance([], list[int]))
show("issubclass", lambda: issubclass(list, list[int]))
show("equal", lambda: (list[int] == list[int], list[int] == list[str], list[int] == list, list[int] != list[int]))
show("order", lambda: list[int] < list[int])
show("hash", lambda: (hash(list[int]) == hash(list[int]), {list[int]: 1}[list[int]]))
show("unhashable", lambda: hash(list[[]]))
show("bool", lambda: bool(list[int]))
show("class", lambda: (list[int].__class__, list[int].__mro_entries__(())))
show("reduce", lambda: list[int].__reduce__())
show("star", lambda: [*tuple[int, str]])
show("star", lambda: ([*tuple[int]][0].__unpacked__, [*tuple[int, ...]][0].__typing_unpacked_tuple_args__))
show("star equal", lambda: [*tuple[int]][0] == tuple[int])
show("not generic", lambda: int[3])
show("again", lambda: list[int][str])
show("type", lambda: type[int]())
Alias = type(list[int])
show("constructor", lambda: (Alias(list, int), Alias(dict, (int, str)), Alias(1, 2)))
show("constructor", lambda: Alias(list))
show("constructor", lambda: Alias(list, int, x=1))

show("one", lambda: list[T][int])
show("too many", lambda: list[T][int, str])
show("too few", lambda: dict[T, U][int])
show("same twice", lambda: dict[T, T][int])
show("swapped", lambda: dict[T, U][U, T])
show("inside", lambda: dict[str, list[T]][int])
show("union inside", lambda: list[T | None][int])
show("inside union", lambda: list[int | list[T]][str])
show("unpacked", lambda: dict[T, U][*tuple[int, str]])
show("many", lambda: tuple[*Ts][int, str])
show("many", lambda: (tuple[int, *Ts][str], tuple[int, *Ts][()]))
show("many", lambda: tuple[*Ts, T][int, str, float])
show("many too few", lambda: tuple[*Ts, T, U][int])
show("many open", lambda: tuple[*Ts, T][*tuple[int, ...]])
show("many open", lambda: tuple[T, *Ts][*tuple[int, ...], str])
show("two open", lambda: tuple[*Ts, T][*tuple[int, ...], *tuple[str, ...]])
show("bare", lambda: tuple[Ts][int])
show("spec", lambda: dict[T, P][int, [str]])
show("spec", lambda: list[P][int, str])
show("spec", lambda: dict[T, P][int, ...])
show("spec", lambda: dict[T, P][int, 3])
show("spec", lambda: dict[T, P][int])


class Derived(Own):
    pass


class IntList(list[int]):
    pass


print(IntList.__bases__, IntList.__orig_bases__, IntList([1]))


class Sub(Alias):
    pass


sub = Sub(list, int)
print(sub, type(sub), sub == list[int])


class Entries:
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (int, str)[:1]


class FromEntries(Entries()):
    pass


print(FromEntries.__bases__)


class NoTuple:
    def __mro_entries__(self, bases):
        return [int]


def not_tuple():
    class Bad(NoTuple()):
        pass


show("not a tuple", not_tuple)
show("setattr on result", lambda: list[int]([1]).__class__)


class Instance:
    @classmethod
    def __class_getitem__(cls, item):
        return Alias(cls, item)


print(Instance[int], Instance[int]().__orig_class__, Instance[T][str])

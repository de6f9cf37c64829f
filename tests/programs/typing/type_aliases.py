# wasm: yes
"""`type` statements: the value is evaluated late and once."""


def show(label, function):
    try:
        print(label, "=", function())
    except Exception as error:
        print(label, "!", type(error).__name__, error)


type Number = int | float
type Pair[T] = tuple[T, T]
type Many[*Ts, **P] = tuple[*Ts]
type Tree = int | list[Tree]
type Late = missing
type Noisy = noisy()


def noisy():
    print("evaluated")
    return str


for alias in Number, Pair, Many, Tree, Noisy:
    print(alias, type(alias), alias.__name__, alias.__module__, alias.__type_params__, alias.__parameters__)
    print(" ", alias.__value__)
print(Noisy.__value__)
show("late", lambda: Late.__value__)
missing = 5
show("late", lambda: Late.__value__)
missing = 6
show("late", lambda: Late.__value__)

show("pair", lambda: Pair[int])
show("args", lambda: (Pair[int].__args__, Pair[int].__origin__, Pair[int].__parameters__))
show("value of pair", lambda: Pair[int].__value__)
show("twice", lambda: Pair[int][str])
show("number", lambda: Number[int])
show("pair of parameter", lambda: Pair[Pair.__type_params__[0]][str])
show("union", lambda: Number | str)
show("union", lambda: str | Number | None)
show("union", lambda: Number | 3)
show("union with itself", lambda: Number | Number)
show("list", lambda: list[Number])
show("isinstance", lambda: isinstance(1, Number))
show("isinstance", lambda: isinstance("a", int | Number))
show("call", lambda: Number())
show("name", lambda: setattr(Number, "__name__", "x"))
show("value", lambda: setattr(Number, "__value__", "x"))
show("other", lambda: setattr(Number, "other", "x"))
show("delete", lambda: delattr(Number, "__name__"))
show("equality", lambda: (Number == Number, Number == Pair, hash(Number) == hash(Number)))


class Holder:
    item = bytes
    type Item = item
    type Items[T] = dict[item, T]
    type Own = Holder

    def method(self):
        type Local = Holder | item_of_module
        return Local


item_of_module = 0
print(Holder.Item, Holder.Item.__value__, Holder.Items.__value__, Holder.Own.__value__)
Holder.item = float
print(Holder.Item.__value__, Holder.Items.__value__)
show("local", lambda: Holder().method().__value__)


class Changed:
    item = bytes
    type Item = item


Changed.item = float
print(Changed.Item.__value__)


class Bare:
    type Item = unbound_item


show("unbound", lambda: Bare.Item.__value__)
Bare.unbound_item = "set later"
show("bound", lambda: Bare.Item.__value__)


def function(x):
    type Local[T] = dict[T, x]
    x = x + 1
    return Local


show("closure", lambda: function(1).__value__)
print(function(1).__type_params__, function(2)[int])


def rebound():
    global Global
    type Global = int


rebound()
print(Global, Global.__value__)

type = "type is a name, too"
print(type)
type X = int
print(X)

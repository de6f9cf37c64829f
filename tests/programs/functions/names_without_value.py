"""Names that have no value at the only place where they are used, in every kind of operation that looks at constants."""


def index():
    return [1][v]
    v = 1


def key():
    d = {}
    d[v] = 1
    del v


def removal():
    d = {}
    del d[v]
    v = 2


def attribute():
    return getattr(v, v)
    v = "a"


def called():
    return v(w)
    v = w = None


def looped():
    for i in range([1, 2][i] % 3):
        print(i)


def compared():
    return v < v or v in v
    v = 0


def item_of_class():
    class Inner:
        __slots__ = v
    v = 3
    return Inner


for function in (index, key, removal, attribute, called, looped, compared, item_of_class):
    try:
        print(function())
    except (UnboundLocalError, NameError) as error:
        print(function.__name__, type(error).__name__, error)

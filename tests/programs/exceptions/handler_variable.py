# wasm: yes
# `except … as e` unbinds its name, also through return, raise, break and when deleted inside.
def a():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 1: break
    try:
        return e
    except UnboundLocalError as error:
        return str(error)
def b():
    try:
        raise ValueError("kept")
    except ValueError as e:
        saved = e
        del e
    return saved
def c():
    try:
        raise ValueError("x")
    except ValueError as e:
        e = "rebound"
        print(e)
    try:
        e
    except UnboundLocalError as error:
        return str(error)
def d():
    try:
        raise ValueError("outer")
    except ValueError as e:
        try:
            raise KeyError("inner")
        except KeyError as e:
            print("inner", e)
        try:
            e
        except UnboundLocalError as error:
            print(error)
    return "d"
def f():
    e = 1
    try:
        try:
            raise ValueError
        except ValueError as e:
            raise TypeError("t")
    except TypeError:
        pass
    try:
        return e
    except UnboundLocalError:
        return "gone"
def g():
    try:
        raise ValueError("closure")
    except ValueError as e:
        def inner(): return e
        print(inner())
    try:
        inner()
    except NameError as error:
        return str(error)
def h():
    def gen():
        try:
            raise ValueError("in gen")
        except ValueError as e:
            yield str(e)
            yield str(e)
    return list(gen())
for fn in (a, b, c, d, f, g, h):
    print(fn.__name__, repr(fn()))
class K:
    try:
        raise ValueError
    except ValueError as in_class:
        kept = in_class
    has = "in_class" in dir() if False else "unchecked"
print(hasattr(K, "in_class"), repr(K.kept))
K.kept = None

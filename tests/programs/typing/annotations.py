# wasm: yes
"""Annotations of variables: which are evaluated, when, and where they are kept."""
import sys


def note(text, value=int):
    print("note", text)
    return value


class Thing:
    pass


thing = Thing()
items = [0, 1, 2]

a: note("a") = print("value of a")
b: note("b")
(c): note("c") = print("value of c")
(d): note("d")
note("object", thing).x: note("attribute") = print("value of attribute")
note("object", thing).y: note("attribute alone")
note("items", items)[note("index", 0)]: note("item") = print("value of item")
note("items", items)[note("from", 0):note("to", 1), note("second")]: note("item alone")
print(__annotations__)
print(thing.x, hasattr(thing, "y"), "b" in globals(), "c" in globals(), "d" in globals())


class Holder:
    p: note("p") = 1
    q: note("q")
    (r): note("r") = 2
    thing.z: note("z")
    __private: note("private")
    if p:
        s: note("s")
    else:
        t: note("t")
    for u in [1]:
        v: note("v")
    try:
        w: note("w")
    finally:
        x: note("x")
    match p:
        case 1:
            y: note("y")


print(Holder.__annotations__, hasattr(Holder, "q"), Holder.r)


def function():
    f: note("never evaluated") = 1
    thing.x: note("never evaluated") = 2
    items[note("evaluated", 0)]: note("never evaluated")
    note("evaluated", thing).k: note("never evaluated")
    (g): note("never evaluated") = 3
    h: note("never evaluated")
    try:
        print(h)
    except UnboundLocalError as error:
        print(error)
    return f, g


print(function(), function.__annotations__)


def local_of_parenthesised():
    (k): int
    return k


k = "the global"
print(local_of_parenthesised())


class Plain:
    pass


print("__annotations__" in Plain.__dict__, Plain.__annotations__, "__annotations__" in Plain.__dict__)
Plain.__annotations__["added"] = 1
print(Plain.__annotations__)
del Plain.__annotations__
try:
    del Plain.__annotations__
except AttributeError as error:
    print("AttributeError", error)
print(Plain.__annotations__)
Plain.__annotations__ = {"new": 2}
print(Plain.__annotations__)


class Child(Holder):
    pass


print(Child.__annotations__)
try:
    print(int.__annotations__)
except AttributeError as error:
    print("AttributeError", error)
try:
    int.__annotations__ = {}
except TypeError as error:
    print("TypeError", error)


class Prepared(type):
    def __prepare__(name, bases):
        return {"__annotations__": {"given": 0}}


class WithPrepared(metaclass=Prepared):
    more: int


print(WithPrepared.__annotations__)


class Deleted:
    one: int
    del __annotations__
    try:
        two: str
    except NameError as error:
        print("NameError", error)
    else:
        print("kept in the module's")


print("__annotations__" in Deleted.__dict__)


class Replaced:
    __annotations__ = {"own": 1}
    three: int


print(Replaced.__annotations__)


def annotated(x: note("x"), *args: note("args"), y: note("y") = 1, **kw: note("kw")) -> note("returns"):
    pass


print(annotated.__annotations__)
annotated.__annotations__ = {}
print(annotated.__annotations__)
del annotated.__annotations__
print(annotated.__annotations__)
try:
    annotated.__annotations__ = 5
except TypeError as error:
    print("TypeError", error)
annotated.__annotations__ = None
print(annotated.__annotations__)
module = sys.modules["__main__"]
print(module.__annotations__ is __annotations__)
del __annotations__
print(module.__annotations__, "__annotations__" in vars(module))
module.__annotations__["late"] = 1
late: note("late")
print(__annotations__)
del module.__annotations__
print("__annotations__" in globals())
try:
    gone: int
except NameError as error:
    print("NameError", error)
try:
    del module.__annotations__
except AttributeError as error:
    print("AttributeError", error)

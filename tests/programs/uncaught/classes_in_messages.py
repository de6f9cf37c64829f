# wasm: yes
# How classes are named: nested ones, ones of functions, other modules' and ones without a proper name.
class Outer:
    class Inner(Exception):
        class Innermost(LookupError):
            pass


def local():
    class Local(Exception):
        pass

    return Local


class Renamed(Exception):
    pass


class Elsewhere(Exception):
    __module__ = "some.where"


class NoModule(Exception):
    __module__ = None


class Builtins(Exception):
    __module__ = "builtins"


class Number(Exception):
    __module__ = 42


Renamed.__name__ = "Other"
Renamed.__qualname__ = "Quite.Another"
made = type("made by type", (ValueError,), {})
made_here = type("Made", (ValueError,), {"__module__": "here", "__qualname__": "There.Made"})
raise ExceptionGroup(
    "names",
    [
        Outer.Inner("a"),
        Outer.Inner.Innermost("b"),
        local()("c"),
        Renamed("d"),
        Elsewhere("e"),
        NoModule("f"),
        Builtins("g"),
        Number("h"),
        made("i"),
        made_here("j"),
        Exception,
    ][:-1],
)

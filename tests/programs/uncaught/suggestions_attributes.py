# wasm: yes
# "Did you mean" for attributes of instances, classes, modules, built-in objects.
import sys


def attempt(function):
    try:
        function()
    except AttributeError as error:
        return error


class Base:
    inherited_value = 1

    def __init__(self):
        self.instance_value = 2
        self._private = 3


class Derived(Base):
    __slots__ = ("slotted",)

    def method_name(self):
        pass


class WithDir:
    def __dir__(self):
        return ["from_dir_method"]


class BadDir:
    def __dir__(self):
        raise ValueError("no dir")


class Own(AttributeError):
    pass


def raising(error):
    raise error


d = Derived()
raise ExceptionGroup(
    "attributes",
    [
        attempt(lambda: d.inherited_valeu),
        attempt(lambda: d.instance_vlaue),
        attempt(lambda: d.private),
        attempt(lambda: d.metod_name()),
        attempt(lambda: d.sloted),
        attempt(lambda: Derived.method_nam),
        attempt(lambda: sys.verison),
        attempt(lambda: [].apend(1)),
        attempt(lambda: "text".uper()),
        attempt(lambda: (1).bit_lenght()),
        attempt(lambda: None.anything),
        attempt(lambda: WithDir().from_dir_metho),
        attempt(lambda: BadDir().something),
        attempt(lambda: raising(AttributeError("own text", name="appendd", obj=[]))),
        attempt(lambda: raising(Own("derived class", name="appendd", obj=[]))),
    ],
) from ExceptionGroup(
    "stores and deletes",
    [
        attempt(lambda: setattr(1, "reall", 2)),
        attempt(lambda: delattr(d, "instance_valu")),
        attempt(lambda: raising(AttributeError("no name", obj=[]))),
        attempt(lambda: raising(AttributeError("no object", name="appendd"))),
        attempt(lambda: getattr(d, "m" * 50)),
        attempt(lambda: d.größe),
    ],
)

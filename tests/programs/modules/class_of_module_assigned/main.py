# A module's __class__ can be a class that derives from its own: properties, calls and methods of modules.
# wasm: yes
import sys

import lazy

ModuleType = type(sys)


class Callable(ModuleType):
    constant = 1

    @property
    def computed(self):
        return "computed"

    def __call__(self, x):
        return x * 2

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return "dynamic " + name


made = ModuleType("made")
made.value = 3
made.__class__ = Callable
print(type(made).__name__, made.constant, made.computed, made(4), made.other, made.value, made)
made.__class__ = ModuleType
print(hasattr(made, "constant"), made.value, callable(made))

me = sys.modules[__name__]
value = 5
me.__class__ = Callable


def of_me():
    return me.computed, me.value, me.constant, me.absent


for _ in range(3):
    print(of_me())
value = 6
me.computed_later = 7
print(of_me(), computed_later, callable(me))


def of_lazy():
    return lazy.x, lazy.y


print(of_lazy(), of_lazy())
lazy.install()
print(of_lazy(), of_lazy(), lazy.late)
lazy.x = 9
lazy.y = 10
print(of_lazy(), lazy.own())
del lazy.y
try:
    of_lazy()
except AttributeError as error:
    print(error)


def refused(action):
    try:
        action()
    except TypeError as error:
        print(error)


class MyInt(int):
    __slots__ = ()


class WithSlot(ModuleType):
    __slots__ = ("slot",)


refused(lambda: setattr(made, "__class__", WithSlot))
refused(lambda: setattr(made, "__class__", MyInt))
refused(lambda: setattr(1, "__class__", MyInt))
refused(lambda: setattr(MyInt(1), "__class__", ModuleType))

# object's own methods reach the attributes of modules, but not those of classes.
object.__setattr__(made, "stored", 4)
print(made.stored, object.__getattribute__(made, "stored"))
object.__delattr__(made, "stored")
print(hasattr(made, "stored"))
refused(lambda: object.__setattr__(str, "foo", 42))
refused(lambda: object.__delattr__(str, "lower"))


class Meta(type):
    def __setattr__(cls, name, item):
        object.__setattr__(cls, name, item)


class Proper(type):
    def __setattr__(cls, name, item):
        type.__setattr__(cls, name, item)


class Mixed(Proper, metaclass=Meta):
    pass


refused(lambda: setattr(Meta("M", (), {}), "x", 1))
refused(lambda: setattr(Mixed, "x", 1))
plain = Proper("P", (), {})
plain.x = 1
print(plain.x)


class Guarded(ModuleType):
    def __setattr__(self, name, item):
        object.__setattr__(self, name, item * 2)


class GuardedDict(dict):
    def __setattr__(self, name, item):
        object.__setattr__(self, name, item * 2)


for kept in Guarded("g"), GuardedDict():
    kept.x = 3
    print(kept.x)
    del kept.x
    print(hasattr(kept, "x"))


class NoDict(ModuleType):
    __dict__ = property(lambda self: "not a dict")


odd = NoDict("odd")
odd.x = 1
print(odd.x, odd.__dict__)
refused(lambda: dir(odd))
print([name for name in dir(Guarded("g2")) if not name.startswith("__")])

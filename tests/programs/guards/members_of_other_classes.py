# Descriptors that stand in a class they do not belong to: what they describe lies elsewhere, or not at all, in instances of
# that class. And attributes of built-in types that cannot be stored.
# wasm: yes
import sys


class Owner:
    __slots__ = ("slot", "other")


class Sneaky:
    __slots__ = ("shadowed",)
    shadowing = Owner.slot
    second = Owner.other

    def read(self):
        return self.shadowing

    def write(self, value):
        self.shadowed = value
        self.second = value
        return self.shadowed


class Other:
    borrowed = Owner.slot
    number = int.__dict__["real"]
    append = list.append
    fget = property.fget
    name = type.__dict__["__name__"]
    length = list.__len__
    upper = str.upper
    start = range.start

    def __init__(self):
        self.own = 1

    def read(self):
        return self.own, self.borrowed

    def write(self):
        self.own = 2
        self.borrowed = 3


def attempt(action, *args):
    for _ in range(3):
        try:
            print(action(*args), end="; ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()


def load(o):
    return o.shadowing


def store(o):
    o.shadowing = 42


def delete(o):
    del o.shadowing


sneaky = Sneaky()
sneaky.shadowed = 42
for action in (load, store, delete, Sneaky.read):
    attempt(action, sneaky)
attempt(Sneaky.write, sneaky, 3)
print(sneaky.shadowed)

other = Other()
attempt(lambda o: o.borrowed, other)
attempt(lambda o: o.number, other)
attempt(lambda o: o.append, other)
attempt(lambda o: o.append(3), other)
attempt(lambda o: o.fget, other)
attempt(lambda o: o.name, other)
attempt(lambda o: o.length, other)
attempt(lambda o: o.length(), other)
attempt(lambda o: o.upper(), other)
attempt(lambda o: o.start, other)
attempt(Other.read, other)
attempt(Other.write, other)
print(vars(other))


def store_borrowed(o):
    o.borrowed = 42


def store_fget(o):
    o.fget = 42


def store_start(o):
    o.start = 42


for action in (store_borrowed, store_fget, store_start):
    attempt(action, other)
for value in (range(3), slice(3)):
    attempt(store_start, value)
    print(value)
attempt(store_fget, property(len))


def store_function(o):
    o.__func__ = 3


def store_closure(o):
    o.__closure__ = 3


def store_real(o):
    o.real = 3


attempt(store_function, other.read)
attempt(store_function, classmethod(len))
attempt(store_closure, store_closure)
attempt(store_real, 1j)
attempt(store_real, 1)

# Which are members and which are computed.
function, method = type(attempt), type(other.read)
code, builtin = type(attempt.__code__), type(list.append)
for owner, names in [
    (function, "__globals__ __closure__ __doc__ __module__ __builtins__ __code__ __name__"), (property, "fget fset"),
    (method, "__func__ __self__"), (slice, "start"), (range, "stop"), (OSError, "errno filename"),
    (BaseException, "args __suppress_context__ __cause__"), (type, "__basicsize__ __base__ __mro__ __flags__"),
    (super, "__thisclass__"), (UnicodeDecodeError, "start reason"), (StopIteration, "value"), (SyntaxError, "lineno"),
    (ImportError, "name"), (staticmethod, "__func__"), (code, "co_name"), (builtin, "__objclass__ __name__"),
    (complex, "real"), (float, "real"), (type(sys.version_info), "major"), (Owner, "slot"),
]:
    for name in names.split():
        print(vars(owner)[name], end=" ")
    print()
error = OSError(2, "x")


def numbers(e):
    return e.errno, e.strerror


print(numbers(error), numbers(error))
error.errno = 5
print(numbers(error))
del error.errno
print(numbers(error))

# Keywords and later calls of __init__ in classes that derive from list, tuple, bytes and bytearray.
# wasm: yes
import operator
import sys


def attempt(action):
    try:
        result = action()
        print(type(result).__name__, result)
    except Exception as error:
        print(type(error).__name__, error)


def variants(base):
    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, content=(), extra=None):
            if base is list or base is bytearray:
                base.__init__(self, content)
            self.extra = extra

    class WithNew(base):
        def __new__(cls, content=(), extra=None):
            made = base.__new__(cls, content)
            made.extra = extra
            return made

    return Plain, WithInit, WithNew


for base in (list, tuple, bytearray, bytes, set, frozenset):
    plain, with_init, with_new = variants(base)
    print(base.__name__)
    attempt(lambda: base(content=[1]))
    attempt(lambda: plain(content=[1]))
    attempt(lambda: with_init([1, 2], extra=3).extra)
    attempt(lambda: with_new([1, 2], extra=3).extra)
    attempt(lambda: with_new(extra=3))
for base in (map, filter, zip, reversed, range, slice):
    if base in (range, slice):
        attempt(lambda: base(start=1))
        continue

    class Derived(base):
        pass
    attempt(lambda: Derived(nothing=1))
    attempt(lambda: Derived([1], nothing=1))


class Shouting(bytearray):
    def __init__(self, newarg=1, *args, **keywords):
        bytearray.__init__(self, *args, **keywords)
        self.newarg = newarg


print(Shouting(4, b"abcd"), Shouting(4, source=b"abcd").newarg, Shouting(newarg=4, source=b"abcd"), Shouting())
print(Shouting.fromhex("6162").newarg)

made = bytearray(b"first")
made.__init__(b"second")
print(made)
made.__init__(3)
print(made)
made.__init__("text", "ascii")
print(made)
made.__init__()
print(made)


def watcher():
    for number in range(1, 6):
        yield number
        print(list(made), end=" ")


made.__init__(watcher())
print(made)
made.__init__(iterable for iterable in b"xyz")
print(made)
attempt(lambda: made.__init__(-1))
attempt(lambda: made.__init__("text"))
attempt(lambda: made.__init__(b"", "ascii"))
attempt(lambda: made.__init__(1, 2, 3, 4))
view = memoryview(made)
attempt(lambda: bytearray.__init__(made, b"") if len(made) else bytearray.__init__(made))
view.release()
print(bytearray.__hash__, "__init__" in vars(bytearray), "__init__" in vars(bytes))


class Index:
    def __index__(self):
        return 3

    def __bytes__(self):
        return b"bytes"


print(bytes(Index()), bytearray(Index()))

# __reduce__ and __reduce_ex__
print(bytearray(b"ab\xff").__reduce__(), bytearray().__reduce__())
print(bytearray(b"ab").__reduce_ex__(3), bytearray(b"ab").__reduce_ex__(0), bytearray(b"ab").__reduce_ex__())
shouting = Shouting(5, b"x")
print(shouting.__reduce_ex__(4)[1:])

# Separators of hex are any ASCII character.
print(ascii(b"\xb9\x01\xef".hex("\0")), ascii(bytearray(b"\xb9\x01\xef").hex(b"\0", 2)), b"abc".hex(":", 0))

# An extended slice to which nothing is assigned is deleted.
made = bytearray(range(10))
made[::2] = b""
print(list(made))
made[::-2] = b""
print(list(made))


def assign():
    made[::2] = b"xyz"


attempt(assign)
view = memoryview(made)


def delete():
    made[5:5:2] = b""


attempt(delete)
view.release()
attempt(delete)

# Lengths that iterables announce.


class Liar:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (sys.maxsize, 0, 1, NotImplemented, -1, "a", RuntimeError("hint"), TypeError("hint")):
    items = [0, 0, 0]
    attempt(lambda: items.extend(Liar(hint)))
    print(items)
    attempt(lambda: bytearray(b"z").extend(Liar(hint)))
    if hint is not sys.maxsize:
        attempt(lambda: bytes(Liar(hint)))
    attempt(lambda: bytearray(Liar(hint)))

iterator = iter("abcdef")
print(operator.indexOf(iterator, "b"), next(iterator), operator.indexOf([1, 2.0, 3], 2))
attempt(lambda: operator.indexOf([1], 3))
empty = frozenset("ab")
print(empty.intersection() is empty, empty.copy() is empty, empty.intersection() == empty, empty.union() == empty)


class Sized:
    def __sizeof__(self):
        return 3


class BadSize:
    def __sizeof__(self):
        return -1


class NoSize:
    def __sizeof__(self):
        return "x"


print(sys.getsizeof(Sized()) >= 3, sys.getsizeof(1, 7) > 7)
attempt(lambda: sys.getsizeof(BadSize()))
attempt(lambda: sys.getsizeof(NoSize()))
attempt(lambda: sys.getsizeof(NoSize(), 5))


class I(int):
    def __pow__(self, other, modulus=None):
        return "I", int(self), int(other), modulus


print(pow(I(2), 3, 5), pow(2, I(3), 5), pow(I(2), I(3), I(5)), pow(I(3), 2))

# wasm: yes
# int(), float(), complex(), bool(), str(), bytes() and others with everything that can be given to them.
def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(type(result).__name__, repr(result))
    except (ValueError, TypeError, ArithmeticError, UnicodeError) as error:
        print(type(error).__name__, error)


class Int:
    def __int__(self):
        return 7


class Index:
    def __index__(self):
        return 8


class Trunc:
    def __trunc__(self):
        return 9


class Float:
    def __float__(self):
        return 1.5


class Complex:
    def __complex__(self):
        return 2 + 3j


class Bad:
    def __int__(self):
        return "x"

    __index__ = __float__ = __complex__ = __bool__ = __str__ = __repr__ = __bytes__ = __int__

    def __repr__(self):
        return "Bad()"


for value in ("12", " 12 ", "1_000", "0x1f", "", "1__0", "_1", "१२", b"12", bytearray(b"12"), 12.9, -12.9, True, None, [], Int(), Index(), Trunc(), Float(), 1j):
    attempt(int, value)
for text, base in (("ff", 16), ("0xff", 16), ("0b11", 0), ("z", 36), ("9", 8), ("12", 1), ("12", 37), ("0o17", 0), ("010", 0), ("-0x1F", 16), (12, 10), (b"11", 2)):
    attempt(int, text, base)
attempt(int, "5", base=Index())
for value in ("1.5", " 1e3 ", "inf", "-Infinity", "nan", "1_0.5", "1__0", "", "x", "1e400", "0x1p3", b"2.5", 10**400, True, Float(), Index(), Int(), None, 1j):
    attempt(float, value)
for value in ("1+2j", "j", "-1.5e2-3J", "(1+2j)", "1 + 2j", "", "nanj", Complex(), Float(), Index(), Int(), b"1", None):
    attempt(complex, value)
attempt(complex, 1, 2.5)
attempt(complex, "1", 2)
attempt(complex, 1, "2")
attempt(complex, 1j, 1j)
for value in (0, "", [], None, 0.0, "0", [0], Bad()):
    attempt(bool, value)
for arguments in ((), (b"abc", "ascii"), (b"\xff", "utf-8"), (b"\xff", "utf-8", "replace"), ("x", "ascii"), (5, "ascii"), (Bad(),)):
    attempt(str, *arguments)
for arguments in ((), (3,), (-1,), ("é", "utf-8"), ("é",), ("é", "ascii"), ([1, 2, 255],), ([256],), (["a"],), (Index(),), (Bad(),), (None,), (b"copy",)):
    attempt(bytes, *arguments)
for function in (int, float, complex, str):
    attempt(function, Bad())
for value in (65, 0x10FFFF, 0x110000, -1, "a", 1.0, True):
    attempt(chr, value)
for value in ("a", "é", "🎉", "", "ab", b"a", b"ab", 1):
    attempt(ord, value)
for value in (255, -255, 0, 2**70, True, 1.5, "1", Index()):
    attempt(hex, value)
    attempt(bin, value)
for value, digits in ((2.5, None), (3.5, None), (2.675, 2), (1234.5, -2), (5, -1), (15, -1), (1e300, 5), (float("nan"), 1), ("x", None), (2.5, "x")):
    attempt(round, value, digits)
for arguments in ((7, 3), (-7, 3), (7.5, -2), (1, 0), (2**65, 2**33), ("a", 1), (True, 2)):
    attempt(divmod, *arguments)
for arguments in ((2, 10), (2, -1), (2, 3, 5), (3, -1, 7), (2, -1, 4), (2, 3, 0), (0, -1), (-8, 1 / 3), (2.5, 2), ("a", 2), (2, 3.0, 5)):
    attempt(pow, *arguments)

# What stands behind the name of the class.
class Text(Exception):
    def __str__(self):
        return self.args[0]


class NotText(Exception):
    def __str__(self):
        return 42


class Failing(Exception):
    def __str__(self):
        raise KeyError("inside __str__")


class OnlyRepr(Exception):
    def __repr__(self):
        return "<repr>"


class Formatted(ValueError):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a

    def __str__(self):
        return f"a is {self.a!r}"


class Swallows(Exception):
    def __init__(self, *args):
        pass


raise ExceptionGroup(
    "texts",
    [
        Text("plain"),
        Text(""),
        Text("two\nlines"),
        Text("  spaces  "),
        Text("surrogate \udc80"),
        NotText(),
        Failing("x"),
        OnlyRepr("args"),
        Formatted("first", 2),
        Swallows("a", "b"),
        ValueError("a", 1, None),
        KeyError("a'b"),
        OSError(2, "text"),
        OSError(2, "text", "file", None, "other"),
        OSError("only one"),
    ],
) from ExceptionGroup(
    "more",
    [
        StopIteration(3),
        SystemExit("in a group"),
        UnicodeDecodeError("ascii", b"\xff", 0, 1, "bad"),
        UnicodeEncodeError("ascii", "\xff\xfe", 0, 2, "bad"),
        UnicodeTranslateError("\xff", 0, 1, "bad"),
        ImportError("import text", name="n"),
        NameError("name text", name="n"),
        AssertionError(("a", "tuple")),
        MemoryError(),
        RecursionError("deep"),
        Exception(Exception("inner")),
        Exception(b"bytes"),
        Warning("a warning"),
        IndexError(),
    ][2:],
)

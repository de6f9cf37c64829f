# Setting `__cause__` suppresses the context; setting it to None as well.
def build():
    try:
        try:
            raise OSError(2, "gone")
        except OSError:
            raise TypeError("second")
    except TypeError as error:
        error.__cause__ = None
        return error


def build_context():
    a, b, c = ValueError("a"), ValueError("b"), ValueError("c")
    a.__context__ = b
    b.__cause__ = c
    b.__suppress_context__ = False
    return a


first = build()
print(first.__suppress_context__, repr(first.__context__))
raise build_context() from first

# wasm: yes
# The exception being handled is per generator; contexts of exceptions thrown in.
def g():
    try:
        raise KeyError("inner")
    except KeyError as error:
        yield error
        yield "still handling"
        raise ValueError("from handler")
it = g()
print(repr(next(it)))
try:
    raise TypeError("outer")
except TypeError as outer:
    print(next(it))
    try:
        next(it)
    except ValueError as error:
        print(repr(error.__context__), error.__context__.__context__)
def h():
    yield
    raise ValueError("plain")
it = h()
next(it)
try:
    raise TypeError("outer")
except TypeError:
    try:
        next(it)
    except ValueError as error:
        print(repr(error.__context__))
def k():
    try:
        yield
    except RuntimeError as error:
        raise OSError("converted") from error
it = k(); next(it)
try:
    it.throw(RuntimeError("thrown"))
except OSError as error:
    print(repr(error.__cause__), error.__suppress_context__)
def bare():
    try:
        yield
        raise
    except RuntimeError as error:
        print("bare raise:", error)
        yield "ok"
it = bare(); next(it)
print(next(it))

# wasm: yes
# sys.exc_info, sys.exception and the hooks of sys while exceptions come and go.
import sys


def kinds():
    kind, value, traceback = sys.exc_info()
    return (kind and kind.__name__, str(value), traceback is not None, sys.exception() is value)


print(kinds())
try:
    raise ValueError("one")
except ValueError:
    print(kinds())
    try:
        raise KeyError("two")
    except KeyError:
        print(kinds())
    print(kinds())
print(kinds())


def generator():
    try:
        raise TypeError("in generator")
    except TypeError:
        yield kinds()
        yield kinds()
    yield kinds()


g = generator()
print(next(g), kinds())
try:
    raise OSError("outside")
except OSError:
    print(next(g), kinds())
    print(next(g), kinds())


def handler():
    return kinds()


try:
    raise RuntimeError("for the handler")
except RuntimeError:
    print(handler(), [kinds() for _ in (1, 2)], (lambda: kinds())())
try:
    try:
        1 / 0
    finally:
        print(kinds())
except ZeroDivisionError:
    print(kinds())


class Manager:
    def __enter__(self):
        print("enter", kinds())

    def __exit__(self, *details):
        print("exit", kinds(), details[1] is sys.exception())
        return True


with Manager():
    raise LookupError("in with")
with Manager():
    pass
try:
    raise ValueError
except ValueError as error:
    with Manager():
        print(kinds())
    pass
print(kinds())
print(sys.excepthook is sys.__excepthook__, callable(sys.unraisablehook), sys.__unraisablehook__ is sys.unraisablehook)

# sys.unraisablehook: replaced, failing, and the default one called by hand.
import sys


class Noisy:
    def __del__(self):
        raise ValueError("in del")


def show(unraisable):
    print(type(unraisable).__name__, unraisable.exc_type.__name__, repr(unraisable.exc_value))
    print(unraisable.exc_traceback.tb_lineno, unraisable.err_msg, unraisable.object.__qualname__)
    print(unraisable.exc_traceback.tb_frame.f_code.co_name)


sys.unraisablehook = show
Noisy()
print(sys.unraisablehook is show, sys.__unraisablehook__ is not show)


def failing(unraisable):
    raise KeyError("hook fails")


sys.unraisablehook = failing
Noisy()


def both(unraisable):
    print("first")
    sys.__unraisablehook__(unraisable)


sys.unraisablehook = both
Noisy()
sys.unraisablehook = None
Noisy()
sys.unraisablehook = sys.__unraisablehook__
try:
    sys.unraisablehook(5)
except TypeError as error:
    print(error)
Noisy()

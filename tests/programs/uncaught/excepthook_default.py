# wasm: yes
# The default hook called by hand, with several kinds of arguments.
import sys


def fail(n):
    if n:
        fail(n - 1)
    raise LookupError("looked up")


try:
    fail(2)
except LookupError as error:
    sys.excepthook(type(error), error, error.__traceback__)
    sys.__excepthook__(None, error, None)
    sys.excepthook(type(error), error, error.__traceback__.tb_next.tb_next)
sys.excepthook(ValueError, ValueError("no traceback"), None)
try:
    sys.excepthook(ValueError, "text", None)
except TypeError as error:
    print(error)
raise TypeError("last")

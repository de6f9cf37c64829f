# wasm: yes
# `from None` and `__suppress_context__` hide the context, and it can be shown again.
def hidden():
    try:
        int("x")
    except ValueError:
        raise KeyError("hidden context") from None


def shown():
    try:
        hidden()
    except KeyError as error:
        error.__suppress_context__ = False
        raise


try:
    hidden()
except KeyError as error:
    print(error.__context__ is not None, error.__cause__, error.__suppress_context__)
shown()

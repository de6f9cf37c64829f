# wasm: yes
# Context managers: entering, leaving, several at once, swallowing and replacing.
class Manager:
    def __init__(self, name, enter=None, leave=None, swallow=False):
        self.name, self.enter, self.leave, self.swallow = name, enter, leave, swallow

    def __enter__(self):
        if self.enter:
            raise self.enter
        return self.name

    def __exit__(self, kind, value, traceback):
        if self.leave:
            raise self.leave
        return self.swallow


class OnlyEnter:
    def __enter__(self):
        pass


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def entering():
    with Manager("a"), Manager("b", enter=KeyError("enter")):
        pass


def leaving():
    with Manager("a", leave=ValueError("leave")):
        pass


def replacing():
    with Manager("a", leave=ValueError("leave")):
        raise KeyError("body")


def nested():
    with Manager("a", leave=ValueError("outer")):
        with Manager("b", leave=TypeError("inner")) as b:
            b.missing


def swallowing():
    with Manager("a", swallow=True):
        raise KeyError("swallowed")
    raise RuntimeError("after")


def no_exit():
    with OnlyEnter():
        pass


def no_manager():
    with 5 as five:
        pass


def unpacking():
    with Manager("abc") as (a, b):
        pass


def parenthesised():
    with (
        Manager("a") as a,
        Manager("b", leave=OSError("b")) as b,
    ):
        1 / 0


functions = [entering, leaving, replacing, nested, swallowing, no_exit, no_manager, unpacking, parenthesised]
raise ExceptionGroup("with", [attempt(f) for f in functions])

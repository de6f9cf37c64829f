# Exceptions in `__del__` are printed and forgotten.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(f"in del of {self.name}")


class Chained:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError("from the handler") from error


class Noted:
    def __del__(self):
        error = RuntimeError("")
        error.add_note("a note that is not shown")
        raise error


class Broken(Exception):
    def __str__(self):
        raise TypeError("no text")


class Breaks:
    def __del__(self):
        raise Broken


class Deep:
    def __del__(self):
        self.helper(3)

    def helper(self, n):
        return self.helper(n - 1) if n else undefined_name


def scope():
    local = Noisy("local")
    return 1


scope()
n = Noisy("deleted")
del n
n = Noisy("rebound")
n = None
Chained()
Noted()
Breaks()
Deep()
print("still running")
keep = Noisy("global")
sys.exit(3)

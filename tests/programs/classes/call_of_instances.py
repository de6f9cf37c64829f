"""`__call__` that is an instance with `__call__`, and so on without end."""


class Calls:
    pass


Calls.__call__ = Calls()
try:
    Calls()()
except RecursionError:
    print("RecursionError")

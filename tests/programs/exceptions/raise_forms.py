# wasm: yes
# raise: class, instance, from, None, bare, and things that are no exceptions.
def attempt(fn):
    try:
        fn()
    except BaseException as error:
        print(repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__), error.__suppress_context__)
def a(): raise ValueError
def b(): raise ValueError("x", 1)
def c(): raise ValueError("x") from KeyError("k")
def d(): raise ValueError("x") from KeyError
def e():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("during")
def f():
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError("from") from z
def g():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("hidden") from None
def h(): raise
def i(): raise 5
def j(): raise "text"
def k(): raise int
def l(): raise ValueError from 5
def m(): raise None
class NeedsArgs(Exception):
    def __init__(self, a): super().__init__(f"needs {a}")
def n(): raise NeedsArgs
def o(): raise NeedsArgs(5)
class MakesOther(Exception):
    def __new__(cls): return 5
def p(): raise MakesOther
def q():
    try: raise KeyError(1)
    finally: raise ValueError("finally")
def r():
    try: raise KeyError(1)
    except KeyError as error:
        try: raise error
        except KeyError as again: raise again
def s():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise TypeError(2)
        except TypeError:
            pass
        raise
def t():
    err = ValueError("self")
    raise err from err
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
    print(fn.__name__, end=" ")
    attempt(fn)

# A generator that is given the exception that its resumer is handling handles it itself, also after that. And what lambdas
# with a yield return.
# wasm: yes
import sys
def store():
    try:
        print(sys.exception())
        yield
    except Exception as exc:
        print(repr(sys.exception()), repr(exc.__context__))
        yield
        print(repr(sys.exception()))
        yield
        raise
make = store()
next(make)
try:
    raise ValueError()
except Exception as exc:
    try: make.throw(exc)
    except Exception: pass
next(make)
try: next(make)
except ValueError as e: print(repr(e.__context__))
print(sys.exception())
f = lambda: (yield 1)
def g(): return (yield 1)
f2 = lambda: (yield from g())
def g2(): return (yield from g())
f3 = lambda: (yield from f())
def g3(): return (yield from f())
f4 = lambda: (yield)
f5 = lambda x: [(yield x), 3] and (yield 4)
for gf in (f, g, f2, g2, f3, g3, f4):
    gen = gf()
    print(next(gen))
    try: gen.send(2)
    except StopIteration as e: print(e.value)
gen = f5(1)
print(next(gen), gen.send(7))
try: gen.send(9)
except StopIteration as e: print(e.value)


class Bad(Exception):
    def __new__(cls, *args):
        return cls


class Raising(Exception):
    def __init__(self):
        raise KeyError("in __init__")


def simple():
    yield


def catching():
    try:
        yield 1
    except Exception as error:
        yield type(error).__name__, str(error), error.__context__


for thrown in (Bad, Raising):
    gen = simple()
    next(gen)
    try:
        gen.throw(thrown)
    except Exception as error:
        print(type(error).__name__, error)
    print(next(gen, "ended"))
    gen = simple()
    try:
        gen.throw(thrown)
    except Exception as error:
        print(type(error).__name__, error)
    print(next(gen, "ended"))
    gen = catching()
    next(gen)
    print(gen.throw(thrown))


def nested():
    try:
        yield from store()
    except ValueError as error:
        yield "outer", repr(error.__context__), repr(sys.exception())
        raise KeyError("new")


for again in range(2):
    gen = nested()
    next(gen)
    try:
        raise ValueError(again)
    except ValueError as error:
        print(gen.throw(error))
        if again:
            print(next(gen), next(gen))
            try:
                next(gen)
            except KeyError as new:
                print(repr(new.__context__), new.__context__ is error)
    else:
        print("never")
    if not again:
        print(next(gen), repr(sys.exception()), next(gen), repr(sys.exception()))
        try:
            next(gen)
        except KeyError as new:
            print(repr(new.__context__))


def handles_inside():
    def helper(error):
        try:
            raise error
        except ValueError:
            return repr(sys.exception())
    try:
        yield
    except ValueError as error:
        print(helper(error))
        yield helper(error)
        print(repr(sys.exception()))
    yield "after", repr(sys.exception())


gen = handles_inside()
next(gen)
try:
    raise ValueError("again")
except ValueError as error:
    print(gen.throw(error))
print(next(gen))
gen = handles_inside()
next(gen)
try:
    raise ValueError("again")
except ValueError as error:
    print(gen.throw(error), next(gen))
    gen.close()

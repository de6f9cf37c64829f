# wasm: yes
# What generators show of themselves while they are new, running, suspended and finished.
def inner():
    received = yield "inner"
    return received


def outer(name):
    first = yield name
    result = yield from inner()
    yield result, first


g = outer("n")
print(g.gi_frame is not None, g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code is outer.__code__)
print(g.__name__, g.__qualname__, type(g).__name__, iter(g) is g)
print(next(g), g.gi_running, g.gi_suspended, g.gi_frame.f_lineno)
print(g.send("first"), g.gi_yieldfrom is not None, g.gi_yieldfrom.__name__, g.gi_frame.f_lineno)
print(g.send("for inner"), g.gi_yieldfrom, g.gi_frame.f_code.co_name)
print(next(g, "over"), g.gi_frame, g.gi_suspended, g.gi_yieldfrom)
for call in (lambda: next(g), lambda: g.send(None), lambda: g.throw(ValueError("late")), lambda: g.close()):
    try:
        print(call())
    except (StopIteration, ValueError) as error:
        print(repr(error))
g.__name__ = "renamed"
g.__qualname__ = "quite.renamed"
print(g.__name__, g.__qualname__)
for bad in (3, None):
    try:
        g.__name__ = bad
    except TypeError as error:
        print(error)


def selfish():
    try:
        next(me)
    except ValueError as error:
        yield str(error)
    yield me.gi_running


me = selfish()
print(next(me), next(me))
try:
    outer("x").send("not none")
except TypeError as error:
    print(error)


def throwing():
    while True:
        try:
            yield "ready"
        except KeyError as error:
            yield f"caught {error}"
        except GeneratorExit:
            return "closed"


t = throwing()
print(next(t), t.throw(KeyError("k")), t.throw(KeyError, "class") if False else next(t))
print(t.close(), t.close(), t.gi_frame)
new = throwing()
print(new.close(), next(new, "closed before the start"))
try:
    throwing().throw(5)
except TypeError as error:
    print(error)


def returns():
    yield 1
    return {"the": "value"}


def collects():
    value = yield from returns()
    yield value
    value = yield from [10, 20]
    yield value
    try:
        yield from 5
    except TypeError as error:
        yield str(error)


print(list(collects()))


def deep(n):
    if n:
        yield from deep(n - 1)
        yield n


print(list(deep(6)), sum(deep(50)), len(list(deep(200))))


class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        return f"sent {value}"

    def throw(self, error):
        if isinstance(error, KeyError):
            return f"thrown {error}"
        raise error

    def close(self):
        print("delegate closed")


def delegating():
    yield from Delegate()


d = delegating()
print(next(d), d.send(1), d.throw(KeyError("k")), next(d))
d.close()

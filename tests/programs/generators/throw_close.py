# wasm: yes
# throw and close: caught inside, cleanup, StopIteration, GeneratorExit, errors.
def g():
    while True:
        try:
            yield "value"
        except ValueError as error:
            print("caught", error)
            yield "from except"
        finally:
            print("finally")
it = g()
print(next(it), it.throw(ValueError("one")), next(it))
try:
    it.throw(KeyError("two"))
except KeyError as error:
    print("out", error)
print(list(it))
it = g(); next(it); print(it.close(), it.close())
fresh = g()
fresh.close()
print(list(fresh))
fresh = g()
try:
    fresh.throw(IndexError("never started"))
except IndexError as error:
    print(error, list(fresh))
def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = ignores(); next(it)
try:
    it.close()
except RuntimeError as error:
    print(error)
def reraises():
    try:
        yield
    except GeneratorExit:
        print("exit seen")
        raise
it = reraises(); next(it); it.close()
def other():
    try:
        yield
    finally:
        raise OSError("in cleanup")
it = other(); next(it)
try:
    it.close()
except OSError as error:
    print(type(error).__name__, error, repr(error.__context__))
def converts():
    try:
        yield 1
    except ValueError:
        return "converted"
it = converts(); next(it)
try:
    it.throw(ValueError)
except StopIteration as stop:
    print(stop.value)
def stop_inside():
    yield 1
    raise StopIteration("hidden")
it = stop_inside(); next(it)
try:
    next(it)
except RuntimeError as error:
    print(error, repr(error.__cause__))
def next_inside():
    yield next(iter([]))
try:
    list(next_inside())
except RuntimeError as error:
    print(error)
it = g(); next(it)
for bad in (5, "x", int):
    try:
        it.throw(bad)
    except TypeError as error:
        print(error)
try:
    it.throw(ValueError("done"))
except ValueError: pass
it.close()
def reentrant():
    yield next(me)
me = reentrant()
try:
    next(me)
except ValueError as error:
    print(error)

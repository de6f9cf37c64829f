# wasm: yes
# send, throw and close of generators that fail.
def echo():
    received = None
    while True:
        try:
            received = yield received
        except KeyError as error:
            raise ValueError("from KeyError") from error
        finally:
            if received == "fail":
                raise RuntimeError("in finally")


def outer():
    result = yield from echo()


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


def stops():
    yield 1
    raise StopIteration("inside")


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def sending():
    g = outer()
    next(g)
    g.send("fail")
    g.send("again")


def throwing():
    g = outer()
    next(g)
    g.throw(KeyError("thrown"))


def throwing_at_start():
    outer().throw(TypeError("not started"))


def closing():
    g = stubborn()
    next(g)
    try:
        g.close()
    finally:
        g = None


def stopping():
    return list(stops())


def running_itself():
    def selfish():
        next(g)
        yield

    g = selfish()
    next(g)


def sending_to_new():
    echo().send(1)


functions = (sending, throwing, throwing_at_start, stopping, running_itself, sending_to_new)
raise ExceptionGroup("methods", [attempt(f) for f in functions])

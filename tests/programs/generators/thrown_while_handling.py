"""An exception that is thrown in gets what the generator is handling as its context, not what its resumer is handling."""


class Step:
    def __await__(self):
        yield 1


def context(error):
    return type(error).__name__, type(error.__context__).__name__


def plain():
    yield 1


async def items():
    yield 1
    yield 2


async def waiting():
    await Step()


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def thrown(make, what):
    made = make()
    made.send(None)
    try:
        made.throw(what)
    except BaseException as error:
        print(make.__name__, context(error))


def delegating():
    yield from plain()


def handling():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1


def handling_and_delegating():
    try:
        1 / 0
    except ZeroDivisionError:
        yield from plain()


async def thrown_async(what):
    made = items()
    await anext(made)
    try:
        try:
            [][0]
        except IndexError:
            await made.athrow(what)
    except BaseException as error:
        print("athrow", context(error))
    made = items()
    try:
        await made.athrow(what)
    except BaseException as error:
        print("athrow before the start", context(error))


def not_started(what):
    try:
        plain().throw(what)
    except BaseException as error:
        print("before the start", context(error))


def closed():
    def body():
        try:
            yield 1
        except GeneratorExit as error:
            print("close", context(error))
            raise KeyError(1)

    made = body()
    next(made)
    try:
        made.close()
    except KeyError as error:
        print(context(error), context(error.__context__))


async def closed_async():
    async def body():
        try:
            yield 1
        except GeneratorExit as error:
            print("aclose", context(error))
            raise KeyError(1)

    made = body()
    await anext(made)
    try:
        await made.aclose()
    except KeyError as error:
        print(context(error), context(error.__context__))


def everything():
    for what in ValueError(1), ValueError, GeneratorExit:
        for make in plain, delegating, waiting, handling, handling_and_delegating:
            thrown(make, what)
        run(thrown_async(what))
        not_started(what)
    closed()
    run(closed_async())


everything()
print("while the caller handles an exception")
try:
    {}[3]
except KeyError:
    everything()

# wasm: yes
# Managers without the right methods: which message, and what has been called by then.


def run(coroutine):
    try:
        while True:
            print("  loop:", coroutine.send(None))
    except StopIteration as end:
        print("returned", end.value)
    except BaseException as error:
        print(type(error).__name__ + ":", error, "| context", repr(error.__context__))


async def use(manager):
    async with manager as value:
        print("body", value)
    return "ok"


async def use_and_raise(manager):
    async with manager:
        raise ValueError("body")


class Plain:
    pass


class Sync:
    def __enter__(self):
        print("never")

    def __exit__(self, *error):
        print("never")


class OnlyEnter:
    async def __aenter__(self):
        print("never")


class OnlyExit:
    async def __aexit__(self, *error):
        print("never")


class OnInstance:
    def __init__(self):
        self.__aenter__ = self.__aexit__ = lambda *a: print("never")


class EnterReturns:
    def __init__(self, value):
        self.value = value

    def __aenter__(self):
        return self.value

    async def __aexit__(self, *error):
        print("never")


class ExitReturns:
    def __init__(self, value):
        self.value = value

    async def __aenter__(self):
        return "entered"

    def __aexit__(self, *error):
        print("exit", error[0])
        return self.value


class Awaits:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value


class RaisingDescriptor:
    @property
    def __aenter__(self):
        raise OSError("enter lookup")


class RaisingExitDescriptor:
    async def __aenter__(self):
        print("never")

    @property
    def __aexit__(self):
        raise OSError("exit lookup")


class BadTruth:
    def __bool__(self):
        raise OSError("no truth")


class Good:
    async def __aenter__(self):
        return 1

    async def __aexit__(self, *error):
        return BadTruth()


for manager in (Plain(), Sync(), OnlyEnter(), OnlyExit(), OnInstance(), None, 5, "text"):
    run(use(manager))
for value in (None, 1, [], Awaits(1), Awaits(None)):
    run(use(EnterReturns(value)))
for value in (None, 1, [], Awaits(1), Awaits(iter([]))):
    run(use(ExitReturns(value)))
    run(use_and_raise(ExitReturns(value)))
run(use(RaisingDescriptor()))
run(use(RaisingExitDescriptor()))
run(use(Good()))
run(use_and_raise(Good()))


async def async_only():
    with OnlyEnter():
        pass


run(async_only())


class Async:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *error):
        pass


async def forgot():
    with Async():
        pass


run(forgot())

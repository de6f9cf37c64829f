# wasm: yes
# What is being handled belongs to each coroutine, however they are interleaved.
import sys


class Pause:
    def __await__(self):
        yield


def handled():
    error = sys.exception()
    return error and str(error)


async def worker(name):
    print(name, "start", handled())
    await Pause()
    try:
        raise ValueError(name)
    except ValueError:
        print(name, "in handler", handled())
        await Pause()
        print(name, "in handler again", handled())
        await nested(name)
        print(name, "after nested", handled())
        await Pause()
    print(name, "after", handled())
    await Pause()
    return handled()


async def nested(name):
    print(name, "nested", handled())
    await Pause()
    try:
        raise KeyError(name + " nested")
    except KeyError as error:
        await Pause()
        print(name, "nested handler", handled(), repr(error.__context__))
    print(name, "nested after", handled())


def interleave(*coroutines):
    waiting = list(coroutines)
    while waiting:
        for c in list(waiting):
            try:
                c.send(None)
            except StopIteration as end:
                print("result", end.value)
                waiting.remove(c)


interleave(worker("a"), worker("b"))
try:
    raise TypeError("outside")
except TypeError:
    interleave(worker("c"))
    print(handled())


async def reraises():
    try:
        raise ValueError("original")
    except ValueError:
        await Pause()
        raise


c = reraises()
c.send(None)
try:
    raise KeyError("driver")
except KeyError:
    try:
        c.send(None)
    except ValueError as error:
        print(repr(error), repr(error.__context__))


async def throws_into():
    try:
        raise ValueError("handled inside")
    except ValueError:
        await Pause()


for outer in (False, True):
    c = throws_into()
    c.send(None)
    try:
        if outer:
            try:
                raise TypeError("outer")
            except TypeError:
                c.throw(KeyError("thrown"))
        else:
            c.throw(KeyError("thrown"))
    except KeyError as error:
        print(repr(error), repr(error.__context__), repr(error.__context__.__context__))


async def finally_order():
    log = []
    try:
        try:
            await Pause()
            return log
        finally:
            log.append("inner")
            await Pause()
            log.append("inner end")
    finally:
        log.append("outer")


interleave(finally_order())


async def override():
    for i in range(3):
        try:
            return "never"
        finally:
            await Pause()
            if i < 2:
                continue
            break
    try:
        raise ValueError("lost")
    finally:
        await Pause()
        return "overridden"


interleave(override())


async def generator():
    try:
        yield handled()
        try:
            raise ValueError("in generator")
        except ValueError:
            yield handled()
            yield handled()
        yield handled()
    finally:
        print("closing", handled())


async def consumer():
    result = []
    async for x in generator():
        try:
            raise KeyError("in consumer")
        except KeyError:
            result.append((x, handled()))
    try:
        raise KeyError("second")
    except KeyError:
        result.append([x async for x in generator()])
    return result


interleave(consumer())

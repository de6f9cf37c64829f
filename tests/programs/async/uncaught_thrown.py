# wasm: yes
# An exception thrown into a chain of awaits passes every frame of it.


class Switch:
    def __await__(self):
        received = yield 1
        return received


async def innermost():
    return await Switch()


async def inner():
    return [await innermost()]


async def outer():
    async with Manager():
        return await inner()


class Manager:
    async def __aenter__(self):
        pass

    async def __aexit__(self, kind, error, traceback):
        print(kind, error)


c = outer()
c.send(None)
print(c.cr_frame.f_lineno, c.cr_await.cr_frame.f_lineno, c.cr_await.cr_await.cr_frame.f_lineno)
c.throw(ValueError("thrown"))

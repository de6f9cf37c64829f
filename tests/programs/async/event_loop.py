# wasm: yes
# A small event loop: tasks, futures, sleeping by a virtual clock, queues, locks, cancelling, gathering.
import heapq


class deque(list):
    def popleft(self):
        return self.pop(0)


class Future:
    def __init__(self, loop):
        self.loop, self.done, self.value, self.error, self.waiting = loop, False, None, None, []

    def set_result(self, value):
        self.done, self.value = True, value
        self._wake()

    def set_exception(self, error):
        self.done, self.error = True, error
        self._wake()

    def _wake(self):
        for task in self.waiting:
            self.loop.ready.append((task, None))
        self.waiting.clear()

    def __await__(self):
        if not self.done:
            yield self
        if self.error:
            raise self.error
        return self.value


class Cancelled(BaseException):
    pass


class Task(Future):
    count = 0

    def __init__(self, loop, coroutine):
        super().__init__(loop)
        self.coroutine = coroutine
        Task.count += 1
        self.name = f"task-{Task.count}"
        self.waits_for = None
        loop.ready.append((self, None))

    def cancel(self):
        if not self.done:
            if self.waits_for is not None and self in self.waits_for.waiting:
                self.waits_for.waiting.remove(self)
            self.loop.ready.append((self, Cancelled()))

    def step(self, error):
        try:
            if error is not None:
                future = self.coroutine.throw(error)
            else:
                future = self.coroutine.send(None)
        except StopIteration as end:
            self.set_result(end.value)
        except Cancelled as cancelled:
            self.set_exception(cancelled)
        except Exception as failure:
            self.set_exception(failure)
        else:
            self.waits_for = future
            future.waiting.append(self)


class Loop:
    def __init__(self):
        self.ready, self.timers, self.now, self.order = deque(), [], 0.0, 0

    def create_task(self, coroutine):
        return Task(self, coroutine)

    async def sleep(self, delay):
        future = Future(self)
        self.order += 1
        heapq.heappush(self.timers, (self.now + delay, self.order, future))
        await future
        return delay

    async def gather(self, *coroutines):
        tasks = [self.create_task(c) for c in coroutines]
        return [await task for task in tasks]

    def run(self, coroutine):
        main = self.create_task(coroutine)
        while not main.done:
            while self.ready:
                task, error = self.ready.popleft()
                if not task.done:
                    task.step(error)
            if main.done:
                break
            if not self.timers:
                raise RuntimeError("deadlock")
            self.now, _, future = heapq.heappop(self.timers)
            future.set_result(None)
        if main.error:
            raise main.error
        return main.value


loop = Loop()


class Queue:
    def __init__(self, size):
        self.items, self.size, self.getters, self.putters = deque(), size, deque(), deque()

    async def put(self, item):
        while len(self.items) >= self.size:
            future = Future(loop)
            self.putters.append(future)
            await future
        self.items.append(item)
        if self.getters:
            self.getters.popleft().set_result(None)

    async def get(self):
        while not self.items:
            future = Future(loop)
            self.getters.append(future)
            await future
        if self.putters:
            self.putters.popleft().set_result(None)
        return self.items.popleft()


class Lock:
    def __init__(self):
        self.held, self.waiting = False, deque()

    async def __aenter__(self):
        while self.held:
            future = Future(loop)
            self.waiting.append(future)
            await future
        self.held = True
        return self

    async def __aexit__(self, *error):
        self.held = False
        if self.waiting:
            self.waiting.popleft().set_result(None)


def log(*what):
    print(f"{loop.now:5.2f}", *what)


async def producer(queue, name, count, delay):
    for i in range(count):
        await loop.sleep(delay)
        await queue.put((name, i))
        log("put", name, i)
    return name


async def consumer(queue, name):
    seen = 0
    try:
        while True:
            item = await queue.get()
            seen += 1
            log(name, "got", item)
            await loop.sleep(0.3)
    except Cancelled:
        log(name, "cancelled after", seen)
        await loop.sleep(0.1)
        log(name, "cleaned up")
        raise


async def ticker(period, count):
    for i in range(count):
        await loop.sleep(period)
        yield i


async def locked(lock, name):
    async with lock:
        log(name, "in")
        await loop.sleep(0.2)
        log(name, "out")


async def fails(after):
    await loop.sleep(after)
    raise ValueError(f"failed after {after}")


async def main():
    queue = Queue(2)
    consumers = [loop.create_task(consumer(queue, f"c{i}")) for i in range(2)]
    log("gathered", await loop.gather(producer(queue, "a", 4, 0.1), producer(queue, "b", 3, 0.15)))
    await loop.sleep(1)
    for task in consumers:
        task.cancel()
    for task in consumers:
        try:
            await task
        except Cancelled as error:
            log("ended by", repr(error))
    lock = Lock()
    await loop.gather(*(locked(lock, f"l{i}") for i in range(3)))
    async for tick in ticker(0.5, 3):
        log("tick", tick)
    squares = {i: i * i async for i in ticker(0.01, 4) if i}
    try:
        await loop.gather(fails(0.2), loop.sleep(0.1))
    except ValueError as error:
        log(error)
    return squares


print(loop.run(main()))
try:
    loop.run(fails(1))
except ValueError as error:
    print(error)

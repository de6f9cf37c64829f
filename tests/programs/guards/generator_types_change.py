# Generators whose yielded and sent values change type between resumes.
# wasm: yes


def numbers(n):
    x = 0
    for i in range(n):
        if i == 100:
            x = 0.5
        elif i == 200:
            x = "s"
        elif i == 250:
            x = 2 ** 63
        yield x
        if not isinstance(x, str):
            x = x + 1


def total(items):
    result = 0
    text = ""
    for x in items:
        if isinstance(x, str):
            text += x
        else:
            result += x
    return result, len(text)


def accumulator():
    total = 0
    while True:
        x = yield total
        if x is None:
            return "done", total
        try:
            total = total + x
        except TypeError as error:
            total = str(error)


def pipeline(source, f):
    for x in source:
        yield f(x)


def feed(values):
    g = accumulator()
    out = [next(g)]
    try:
        for v in values:
            out.append(g.send(v))
    except StopIteration as stop:
        out.append(stop.value)
    return out[-3:]


print(total(numbers(300)), total(numbers(50)), total([1, 2, 3]))
print(feed(range(300)), feed([1, 2.5, 2 ** 70, True]), feed([1, "a", "b"]), feed([1, None]), feed([[1]]))
f = float
source = range(300)
print(sum(pipeline(source, int)), sum(pipeline(source, float)), sum(pipeline(pipeline(source, int), lambda x: x / 2)))


def switching(n):
    def f(x):
        return x

    def source():
        for i in range(n):
            yield f(i)

    out = 0
    for i, x in enumerate(source()):
        if i == 100:
            f = lambda x: x * 0.5
        out += x
    return out


def local_changes():
    a = 1
    b = [a]
    yield a, b
    a = 1.5
    b = a
    yield a, b
    del a
    b = None
    try:
        yield a, b
    except UnboundLocalError as error:
        yield str(error), b
    a = b = 2 ** 64
    yield a, b


print(switching(300), list(local_changes()))


def delegating(parts):
    results = []
    for part in parts:
        results.append((yield from part))
    return results


def returning(n):
    yield n
    return n * 0.5


def run(g):
    out = []
    while True:
        try:
            out.append(next(g))
        except StopIteration as stop:
            return out, stop.value


print(run(delegating([returning(i) for i in range(5)])))
print(run(delegating([returning(2), [1, 2], "ab", range(2), {3: 4}])))
g = numbers(300)
first = [next(g) for _ in range(3)]
g.close()
print(first, list(g))


def catching():
    n = 0
    while True:
        try:
            n = n + (yield n)
        except ValueError as error:
            n = error.args[0]
        except TypeError:
            n = -1


g = catching()
next(g)
print([g.send(1) for _ in range(300)][-1], g.throw(ValueError(0.5)), g.send(2), g.send("x"), g.throw(ValueError("a")), g.send("b"))

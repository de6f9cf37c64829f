# wasm: yes
# Exceptions in generators that are driven in several ways.
def numbers(limit):
    for n in range(limit):
        yield 10 // (2 - n)


def filtered(limit):
    yield from (n + 1 for n in numbers(limit))


def consume(how):
    try:
        how()
    except ZeroDivisionError as error:
        return error


def loop():
    for n in filtered(5):
        pass


def unpack():
    a, b, c, d = numbers(4)


def by_next():
    g = numbers(3)
    next(g)
    next(g)
    next(g)


raise ExceptionGroup(
    "generators",
    [
        consume(loop),
        consume(unpack),
        consume(by_next),
        consume(lambda: list(filtered(5))),
        consume(lambda: sum(n for n in numbers(5))),
        consume(lambda: [*numbers(3)]),
        consume(lambda: max(numbers(3), key=lambda n: -n)),
        consume(lambda: dict(zip("abc", numbers(3)))),
        consume(lambda: sorted(filtered(3))),
        consume(lambda: ",".join(str(n) for n in numbers(9))),
    ],
)

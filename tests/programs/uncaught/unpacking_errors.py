# wasm: yes
# Unpacking in assignments, calls, displays and loops.
def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def few():
    a, b, c = 1, 2


def many():
    a, b = "abc"


def starred():
    a, *b, c = [1]


def nested():
    a, (b, c) = 1, (2, 3, 4)


def no_iterable():
    (a, b) = c, d = 5


def in_loop():
    for i, (a, b) in enumerate([(1, 2), (3,)]):
        pass


def in_comprehension():
    return [a for a, b in [(1, 2), 3]]


def f(*args, **kwargs):
    pass


raise ExceptionGroup(
    "unpacking",
    [attempt(g) for g in (few, many, starred, nested, no_iterable, in_loop, in_comprehension)]
    + [
        attempt(lambda: f(*5)),
        attempt(lambda: f(**5)),
        attempt(lambda: f(**{1: 2})),
        attempt(lambda: f(**{"a": 1}, **{"a": 2})),
        attempt(lambda: [*5]),
        attempt(lambda: {**5}),
        attempt(lambda: (*None, 1)),
    ],
)

# wasm: yes
# Every way to call a function wrongly.
def none():
    pass


def positional(a, b, /, c):
    pass


def keywords(*, x, y=1):
    pass


def many(a, b=2, *rest, c, d=4, **more):
    pass


class Thing:
    def __init__(self, a):
        pass

    def method(self, a, b):
        pass

    @classmethod
    def of_class(cls, a):
        pass


def attempt(function):
    try:
        function()
    except TypeError as error:
        return error


raise ExceptionGroup(
    "calls",
    [
        attempt(lambda: none(1)),
        attempt(lambda: none(a=1)),
        attempt(lambda: positional()),
        attempt(lambda: positional(1, b=2, c=3)),
        attempt(lambda: positional(1, 2, 3, 4)),
        attempt(lambda: keywords(1)),
        attempt(lambda: keywords()),
        attempt(lambda: keywords(x=1, z=2)),
        attempt(lambda: many()),
        attempt(lambda: many(1)),
        attempt(lambda: many(1, a=2, c=3)),
        attempt(lambda: many(*"abc", **{"c": 1, "a": 2})),
        attempt(lambda: Thing()),
        attempt(lambda: Thing(1).method(1)),
        attempt(lambda: Thing(1).of_class(1, 2)),
    ],
) from ExceptionGroup(
    "more calls",
    [
        attempt(lambda: Thing.method(1, 2)),
        attempt(lambda: (lambda a, b: 0)(1)),
        attempt(lambda: len()),
        attempt(lambda: len(1, 2)),
        attempt(lambda: print(sepp=1)),
        attempt(lambda: [].append()),
        attempt(lambda: "a".join(1)),
        attempt(lambda: int(x="1")),
        attempt(lambda: dict(1)),
        attempt(lambda: object(1)),
        attempt(lambda: none(**{"a": 1})),
        attempt(lambda: type("a", 1)),
        attempt(lambda: min()),
    ],
)

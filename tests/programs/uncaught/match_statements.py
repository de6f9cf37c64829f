# wasm: yes
# Patterns and guards that fail.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Bad:
    __match_args__ = [1]


class Few:
    __match_args__ = ()


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        return error


def guard(value):
    match value:
        case Point(x, y) if x / y:
            return x


def too_many(value):
    match value:
        case Few(a):
            pass


def bad_args(value):
    match value:
        case Bad(a):
            pass


def duplicate(value):
    match value:
        case Point(1, x=2):
            pass


def subject():
    match missing_subject:
        case _:
            pass


def no_class(value):
    match value:
        case guard():
            pass


def attribute(value):
    match value:
        case value.nothing:
            pass


raise ExceptionGroup(
    "match",
    [
        attempt(guard, Point(1, 0)),
        attempt(too_many, Few()),
        attempt(bad_args, Bad()),
        attempt(duplicate, Point(1, 2)),
        attempt(subject),
        attempt(no_class, 1),
        attempt(attribute, 1),
    ],
)

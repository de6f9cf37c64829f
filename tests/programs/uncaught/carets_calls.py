# wasm: yes
# Calls are underlined as a whole; methods, nested calls and keyword arguments.
def takes_two(a, b):
    return a + b


class Thing:
    def method(self, x, *, flag=False):
        return x

    @property
    def broken(self):
        raise RuntimeError("property failed")

    def __call__(self, a):
        return a / 0


def attempt(operation):
    try:
        operation()
    except Exception as error:
        return error


thing = Thing()
raise ExceptionGroup(
    "calls",
    [
        attempt(lambda: takes_two(1)),
        attempt(lambda: takes_two(1, 2, 3)),
        attempt(lambda: takes_two(1, b=2, c=3)),
        attempt(lambda: takes_two(1, a=2)),
        attempt(lambda: takes_two(*[1], **{"z": 1})),
        attempt(lambda: 1 + takes_two(1, "x") + 2),
        attempt(lambda: thing.method()),
        attempt(lambda: thing.method(1, 2)),
        attempt(lambda: thing.method(1, flags=True)),
        attempt(lambda: thing.missing(1)),
        attempt(lambda: thing.broken),
        attempt(lambda: thing(3)),
        attempt(lambda: Thing(1, 2)),
        attempt(lambda: thing.method(takes_two("a", 1))),
        attempt(lambda: (3)()),
    ],
)

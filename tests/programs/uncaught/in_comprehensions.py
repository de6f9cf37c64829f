# wasm: yes
# Comprehensions of all kinds, nested, with conditions, in classes and as arguments.
def fail(n):
    return 1 / (n - 2)


def attempt(function):
    try:
        function()
    except ZeroDivisionError as error:
        return error


def in_class():
    class Body:
        values = [fail(n) for n in range(4)]


raise ExceptionGroup(
    "comprehensions",
    [
        attempt(lambda: [fail(n) for n in range(4)]),
        attempt(lambda: {fail(n) for n in range(4)}),
        attempt(lambda: {n: fail(n) for n in range(4)}),
        attempt(lambda: {fail(n): n for n in range(4)}),
        attempt(lambda: list(fail(n) for n in range(4))),
        attempt(lambda: [n for n in range(4) if fail(n)]),
        attempt(lambda: [[fail(m) for m in range(n)] for n in range(5)]),
        attempt(lambda: [fail(m) for n in range(5) for m in range(n)]),
        attempt(lambda: [n for n in [fail(2)]]),
        attempt(lambda: sum(fail(n) for n in range(4))),
        attempt(lambda: [
            fail(n)
            for n in range(4)
        ]),
        attempt(in_class),
    ],
)

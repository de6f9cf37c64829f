# wasm: yes
# Functions in functions, with closures, defaults and annotations that fail.
def outer(a):
    def middle(b):
        def inner(c):
            return a + b + c

        return inner(None)

    return middle(2)


def defaults():
    def f(a=1, b=missing_default):
        pass


def annotations():
    def f(a: int, b: missing_annotation = 1) -> str:
        pass


def starred():
    def f(*args: *5):
        pass


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


raise ExceptionGroup("functions", [attempt(f) for f in (lambda: outer(1), defaults, annotations, starred)])

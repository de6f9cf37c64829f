# wasm: yes
# Decorators: evaluating them, calling them, and calling what they return.
def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def plain(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def with_argument(number):
    if number < 0:
        raise ValueError("negative")

    def decorate(function):
        if number == 0:
            raise ValueError("zero")
        return plain(function)

    return decorate


@plain
@with_argument(1)
@plain
def decorated(a):
    return a.missing


def evaluating():
    @with_argument(-1)
    def f():
        pass


def calling():
    @plain
    @with_argument(0)
    def f():
        pass


def not_callable():
    @plain
    @(len("ab") + 1)
    @plain
    def f():
        pass


def unknown():
    @no_such_decorator
    async def f():
        pass


def wrong_arguments():
    decorated(1, 2)


functions = [lambda: decorated(5), evaluating, calling, not_callable, unknown, wrong_arguments]
raise ExceptionGroup("decorators", [attempt(f) for f in functions])

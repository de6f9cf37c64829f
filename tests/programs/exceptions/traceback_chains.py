# wasm: yes
# What tracebacks look like to a program: entries, lines, frames, after raising again in many ways.
def entries(error):
    result = []
    tb = error.__traceback__
    while tb is not None:
        result.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return result


def fail():
    raise ValueError("fail")


def plain():
    fail()


def caught_and_raised():
    try:
        fail()
    except ValueError as error:
        raise error


def caught_and_bare():
    try:
        fail()
    except ValueError:
        raise


def with_finally():
    try:
        fail()
    finally:
        len("x")


def from_generator():
    def generate():
        yield 1
        fail()

    for _ in generate():
        pass


def raised_twice(error=ValueError("kept")):
    try:
        raise error
    except ValueError:
        pass
    raise error


def cleared():
    try:
        fail()
    except ValueError as error:
        raise error.with_traceback(None)


def in_comprehension():
    return [fail() for _ in (1,)]


def in_generator_expression():
    return list(fail() for _ in (1,))


def through_native():
    return sorted([1, 2], key=lambda n: fail())


def in_class():
    class Body:
        fail()


def through_init():
    class Thing:
        def __init__(self):
            fail()

    Thing()


def through_property():
    class Thing:
        @property
        def value(self):
            return fail()

    Thing().value


def nested_handlers():
    try:
        try:
            fail()
        except ValueError as first:
            try:
                raise KeyError("second")
            except KeyError:
                raise first
    except ValueError:
        raise


def delegated():
    def inner():
        yield fail()

    def middle():
        yield from inner()

    next(middle())


def thrown():
    def generate():
        yield 1

    g = generate()
    next(g)
    g.throw(ValueError("thrown"))


for function in (
    plain, caught_and_raised, caught_and_bare, with_finally, from_generator, raised_twice, cleared, in_comprehension,
    in_generator_expression, through_native, in_class, through_init, through_property, nested_handlers, delegated,
    thrown,
):
    try:
        function()
    except ValueError as error:
        print(function.__name__, entries(error)[1:], error.__context__)


def frames():
    try:
        plain()
    except ValueError as error:
        tb = error.__traceback__
        print(tb.tb_frame is tb.tb_frame, tb.tb_next.tb_frame.f_code is plain.__code__)
        print(tb.tb_next.tb_frame.f_globals is globals(), tb.tb_next.tb_frame.f_back.f_code is frames.__code__)
        print(tb.tb_next.tb_frame.f_builtins is tb.tb_frame.f_builtins)
        last = tb.tb_next.tb_next
        print(last.tb_next, last.tb_frame.f_code.co_name, last.tb_lasti >= 0)
        positions = list(last.tb_frame.f_code.co_positions())
        print(positions[last.tb_lasti // 2])


frames()

# wasm: yes
# How __context__, __cause__ and __suppress_context__ come about.
def show(error):
    chain = []
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        chain.append(f"{type(error).__name__}({error})")
        if error.__cause__ is not None:
            chain.append("cause")
            error = error.__cause__
        else:
            chain.append("hidden" if error.__suppress_context__ else "context")
            error = error.__context__
    print(" ".join(chain))


def attempt(function):
    try:
        function()
    except BaseException as error:
        show(error)


def simple():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")


def caused():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("k") from error


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None


def cause_class():
    raise KeyError("k") from ValueError


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            int("x")
    except ValueError:
        [][1]


def in_finally():
    try:
        raise ValueError("v")
    finally:
        raise TypeError("t")


def left_handler():
    try:
        raise ValueError("v")
    except ValueError:
        pass
    raise TypeError("no context")


def in_loop():
    for n in range(3):
        try:
            if n == 2:
                raise TypeError("after the loop")
            raise ValueError(n)
        except ValueError:
            continue


def in_called():
    def called():
        raise KeyError("in called")

    try:
        raise ValueError("v")
    except ValueError:
        called()


def in_generator():
    def generate():
        try:
            raise ValueError("inside")
        except ValueError:
            yield 1
            raise KeyError("after the yield")

    try:
        raise OSError("outside")
    except OSError:
        g = generate()
        next(g)
    next(g)


def in_generator_outside():
    def generate():
        yield 1
        raise KeyError("resumed")

    g = generate()
    next(g)
    try:
        raise OSError("outside")
    except OSError:
        next(g)


def with_statement():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *details):
            raise KeyError("exit")

    with Manager():
        raise ValueError("body")


def swallowed_then():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *details):
            return True

    try:
        raise OSError("outer")
    except OSError:
        with Manager():
            raise ValueError("swallowed")
        raise KeyError("k")


def self_context():
    error = ValueError("self")
    try:
        raise error
    except ValueError:
        raise error


def loops():
    first, second = ValueError("first"), KeyError("second")
    try:
        raise first
    except ValueError:
        try:
            raise second
        except KeyError:
            raise first


def set_by_hand():
    error = ValueError("by hand")
    error.__context__ = KeyError("context")
    error.__cause__ = None
    raise error


def in_delete():
    try:
        try:
            raise ValueError("v")
        except ValueError as error:
            del error
            error
    except NameError as e:
        raise e


def raised_in_except_expression():
    try:
        raise ValueError("v")
    except (KeyError, undefined):
        pass


for function in (
    simple, caused, suppressed, cause_class, nested, in_finally, left_handler, in_loop, in_called, in_generator,
    in_generator_outside, with_statement, swallowed_then, self_context, loops, set_by_hand, in_delete,
    raised_in_except_expression,
):
    print(function.__name__, end=": ")
    attempt(function)

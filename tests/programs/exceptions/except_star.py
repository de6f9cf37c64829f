# wasm: yes
# try with except*: each clause takes its part, what they raise is raised together with the rest.
import sys


def show(exception, indent=0):
    pad = "  " * indent
    if exception is None:
        print(pad + "None")
        return
    print(pad + type(exception).__name__, exception.args, exception.__cause__ and type(exception.__cause__).__name__,
          exception.__context__ and type(exception.__context__).__name__, getattr(exception, "__notes__", None))
    if isinstance(exception, BaseExceptionGroup):
        for part in exception.exceptions:
            show(part, indent + 1)


def nested():
    return ExceptionGroup("outer", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), OSError(3)]),
                                    KeyError("k")])


def attempt(name, body):
    print("==", name)
    try:
        print("returned", body())
    except BaseException as exception:
        show(exception)
    print("handled now:", sys.exception())


def two_clauses():
    try:
        raise nested()
    except* ValueError as group:
        print("values", group.exceptions, sys.exception() is group)
    except* (TypeError, OSError) as group:
        print("others", group, [type(e).__name__ for e in group.exceptions])


def everything():
    log = []
    try:
        raise nested()
    except* ValueError:
        log.append("value")
    except* Exception:
        log.append("rest")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


def nothing_raised():
    log = []
    try:
        pass
    except* ValueError:
        log.append("value")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


def naked():
    try:
        raise ValueError("alone")
    except* ValueError as group:
        print(repr(group), group.exceptions[0].args, group.__traceback__ is None)
    return "done"


def naked_unmatched():
    try:
        raise KeyError("alone")
    except* ValueError:
        print("not here")


def raising():
    try:
        raise nested()
    except* ValueError:
        raise RuntimeError("from values")
    except* TypeError as group:
        raise LookupError("from types") from group.exceptions[0]


def raising_one():
    try:
        raise ExceptionGroup("one", [ValueError(1)])
    except* ValueError:
        raise RuntimeError("new")


def raising_naked():
    try:
        raise ValueError(1)
    except* ValueError:
        raise RuntimeError("new")


def reraising():
    try:
        raise nested()
    except* ValueError:
        raise
    except* OSError as group:
        raise group
    except* KeyError:
        pass


def reraising_part():
    try:
        raise nested()
    except* ValueError as group:
        raise group.exceptions[0]


def with_notes():
    group = nested()
    group.add_note("a note")
    try:
        raise group
    except* KeyError as part:
        print(part.__notes__)


def bound_name():
    group = "before"
    try:
        raise nested()
    except* ValueError as group:
        pass
    except* Exception:
        try:
            print(group)
        except UnboundLocalError as error:
            print(type(error).__name__, error)


def bad_type(kind):
    try:
        raise nested()
    except* kind:
        pass


def clause_expression_raises():
    try:
        raise nested()
    except* ValueError:
        print("first")
    except* 1 // 0:
        print("never")


def in_loop():
    out = []
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i), KeyError(i)])
        except* ValueError as group:
            for part in group.exceptions:
                if part.args == (1,):
                    continue
                out.append(part.args)
                break
        except* KeyError:
            while True:
                break
    return out


def in_generator():
    def items():
        try:
            yield 1
            raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* ValueError as group:
            yield group.exceptions
        except* KeyError as group:
            yield group.message
        yield sys.exception()
    return list(items())


def nested_try():
    try:
        try:
            raise nested()
        except* ValueError:
            pass
    except* OSError as group:
        show(group)
    return "kept"


class Splitting(ExceptionGroup):
    def derive(self, parts):
        return Splitting(self.message + "!", parts)


def custom():
    try:
        raise Splitting("mine", [ValueError(1), KeyError(2), Splitting("in", [ValueError(3), TypeError(4)])])
    except* ValueError as group:
        show(group)


class BadSplit(ExceptionGroup):
    def split(self, condition):
        return 5


def bad_split():
    try:
        raise BadSplit("bad", [ValueError(1)])
    except* ValueError:
        pass


def base_exceptions():
    try:
        raise BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(1)])
    except* ValueError:
        print("value")


for body in (two_clauses, everything, nothing_raised, naked, naked_unmatched, raising, raising_one, raising_naked,
             reraising, reraising_part, with_notes, bound_name, clause_expression_raises, in_loop, in_generator,
             nested_try, custom, base_exceptions):
    attempt(body.__name__, body)
for kind in (ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup), int, (ValueError, 3)):
    attempt("bad type", lambda: bad_type(kind))

try:
    try:
        raise nested()
    except* ValueError:
        raise RuntimeError("last")
except* KeyError:
    print("module level")

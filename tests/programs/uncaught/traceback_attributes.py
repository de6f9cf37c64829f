# wasm: yes
# The frames of a traceback: code, lines, globals, callers.
import sys


def inner(n):
    value = n
    raise LookupError(
        n
    )


def middle(n):
    try:
        inner(n)
    finally:
        n += 1


def outer():
    return [middle(n) for n in (1, 2)]


try:
    outer()
except LookupError as error:
    tb = error.__traceback__
    depth = 0
    while tb:
        frame = tb.tb_frame
        code = frame.f_code
        print(depth, code.co_name, code.co_qualname, tb.tb_lineno, code.co_firstlineno)
        print(frame.f_globals is globals(), frame.f_builtins["len"] is len, code.co_filename.endswith("attributes.py"))
        if depth:
            print(frame.f_back.f_code is not None, frame.f_back.f_code.co_name)
        depth += 1
        tb = tb.tb_next
    print(error.__traceback__.tb_frame is error.__traceback__.tb_frame, sys.exc_info()[2] is error.__traceback__)
    print(type(error.__traceback__).__name__, [n for n in dir(error.__traceback__) if n.startswith("tb_")])
    error.__traceback__ = error.__traceback__.tb_next.tb_next
    print(error.__traceback__.tb_frame.f_code.co_name)
    for wrong in (3, "x"):
        try:
            error.__traceback__ = wrong
        except TypeError as problem:
            print(problem)
    try:
        del error.__traceback__
    except TypeError as problem:
        print(problem)
    raise

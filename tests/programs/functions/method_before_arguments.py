# wasm: yes
"""A method is looked up before the arguments of its call are evaluated."""


def unbound(value):
    value.replace(later)
    later = 1


def deleted(value, other):
    del other
    value.replace("a", other)


def captured(value, other):
    def inner():
        return other
    del other
    value.missing(1, other)


def conditional(value, flag):
    if flag:
        found = "x"
    return value.strip(found)


def receiver_unbound():
    nothing.strip(nothing)
    nothing = other = 1


def nested(value, flag):
    if flag:
        inner = "b"
    return value.upper().join(inner).center(9, inner)


def undefined_global(value):
    value.missing(not_defined)


attempts = [
    lambda: unbound([]), lambda: unbound("a"), lambda: deleted([], 1), lambda: deleted("a", 1), lambda: captured([], 1),
    lambda: conditional("xax", True), lambda: conditional("xax", False), lambda: conditional(3, False), receiver_unbound,
    lambda: nested("ab", True), lambda: nested("ab", False), lambda: nested(1, False), lambda: undefined_global(1),
    lambda: undefined_global(object),
]
for attempt in attempts:
    try:
        print(attempt())
    except (AttributeError, NameError, UnboundLocalError) as error:
        print(type(error).__name__, error, error.__traceback__.tb_next.tb_next and error.__traceback__.tb_next.tb_next.tb_lineno)
deleted(5, 5)

# wasm: yes
# What is marked when the truth of a value cannot be told.
class NoTruth:
    def __bool__(self):
        raise ValueError("no truth")

    def __eq__(self, other):
        return self

    def __len__(self):
        return 3


def attempt(function):
    try:
        function()
    except ValueError as error:
        return error


def in_if():
    if not n: pass


def in_while():
    while not (n and 1): pass


def in_return():
    return not n and 1


def in_assert():
    assert not n, "message"


def in_comprehension():
    return [1 for x in [n] if not x]


def in_conditional():
    x = 1 if not n else 2


def in_chain():
    if n == 3 == 4: pass


def in_match():
    match n:
        case 3: pass


def in_guard():
    match n:
        case _ if not n: pass


def in_or():
    return (n) or 3


def in_elif():
    if 0: pass
    elif 1 and n: pass


def in_lambda():
    return (lambda: not (n))()


n = NoTruth()
functions = [in_if, in_while, in_return, in_assert, in_comprehension, in_conditional, in_chain, in_match, in_guard]
raise ExceptionGroup("truth", [attempt(f) for f in functions + [in_or, in_elif, in_lambda]])

# wasm: yes
# assert statements with and without messages.
def attempt(function):
    try:
        function()
    except AssertionError as error:
        return error


def plain(): assert 0


def message(): assert 0, "message"


def computed(n=3): assert n < 2, f"n is {n}"


def with_tuple(): assert not [1], ("a", "tuple")


def empty():
    assert None, ""


def exception():
    assert False, ValueError("as a message")


def over_lines():
    assert all(
        n < 3
        for n in range(5)
    ), "too large"


def chained():
    assert 1 < 2 < 2, "chained"


def with_walrus():
    assert (n := 0), n


raise ExceptionGroup(
    "assertions",
    [attempt(f) for f in (plain, message, computed, with_tuple, empty, exception, over_lines, chained, with_walrus)],
)

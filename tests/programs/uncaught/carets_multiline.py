# wasm: yes
# Of an expression over several lines, the first line is underlined to its end.
def attempt(operation):
    try:
        operation()
    except Exception as error:
        return error


def call():
    return int(
        "not a number",
    )


def operation():
    return (1 +
            2 +
            "three")


def nested():
    value = max(
        1,
        2, key=int(
            "x"
        ))


def chain():
    return ("text"
            .upper()
            .missing()
            .lower())


def dictionary():
    return {
        "a": 1,
        "b": [1, 2][
            3
        ],
    }


def backslash():
    return 1 + \
        None


def string():
    return """several
    lines""" + 4


def raising():
    raise ValueError(
        "raised over",
        "lines")


def asserting():
    assert (
        1 ==
        2
    ), (
        "message"
    )


functions = [call, operation, nested, chain, dictionary, backslash, string, raising, asserting]
raise ExceptionGroup("several lines", [attempt(f) for f in functions])

# wasm: yes
# `raise … from`: one cause after another.
def load(name):
    try:
        return {"a": 1}[name]
    except KeyError as error:
        raise LookupError(f"no entry {name!r}") from error


def parse(name):
    try:
        return load(name)
    except LookupError as error:
        raise ValueError("cannot parse") from error


def main():
    try:
        parse("b")
    except ValueError as error:
        raise RuntimeError("giving up") from error


main()

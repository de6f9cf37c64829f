"""Walks over parsed values."""


def walk(value):
    """The value and everything in it, outermost first."""
    yield value
    if isinstance(value, dict):
        for item in value.values():
            yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


def find_all(value, name):
    """What the members called `name` hold, anywhere in the value."""
    for item in walk(value):
        if isinstance(item, dict) and name in item:
            yield item[name]


def depth(value):
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0

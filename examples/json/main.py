# args: sample.json
# file: sample.json
# bench: large.json
# bench-input: generate.py large.json 10000
"""Reads a JSON file, checks and summarises it, prints it again in several layouts.

usage: main.py FILE [--pretty]
"""
import sys

from jsonkit import JSONError, dumps, parse
from jsonkit.query import depth, find_all, walk


def checksum(text):
    total = len(text)
    for i in range(0, len(text), 97):
        total = (total * 31 + ord(text[i])) % 1000000007
    return total


def summarise(value):
    kinds = {}
    for item in walk(value):
        kind = type(item).__name__
        kinds[kind] = kinds.get(kind, 0) + 1
    return ", ".join(f"{kind}: {count}" for kind, count in sorted(kinds.items()))


def errors():
    """How broken texts are reported."""
    for text in ("", "[1, 2", '{"a" 1}', "[1,]", '"abc', "tru", "[1] 2", '{"a": 1, "a": }', "01", '"\\x"', "-", "1e", '"\t"', "[" * 2000):
        try:
            parse(text)
            print("accepted", repr(text))
        except JSONError as error:
            print(f"{text[:12]!r:16} {error}")


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: main.py FILE [--pretty]")
    try:
        with open(sys.argv[1], encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        sys.exit(f"cannot read {sys.argv[1]}: {error.strerror}")
    try:
        value = parse(text)
    except JSONError as error:
        sys.exit(f"{sys.argv[1]}: {error}")
    print(len(text), "characters,", summarise(value), "depth", depth(value))
    compact = dumps(value)
    pretty = dumps(value, indent=2)
    ordered = dumps(value, indent=None, sort_keys=True)
    for name, layout in (("compact", compact), ("pretty", pretty), ("sorted", ordered)):
        print(name, len(layout), checksum(layout))
    assert parse(pretty) == value and parse(compact) == value
    prices = [p for p in find_all(value, "price") if isinstance(p, float)]
    if prices:
        print("prices", len(prices), f"{min(prices):.2f} {max(prices):.2f} {sum(prices) / len(prices):.4f}")
    if "--pretty" in sys.argv or len(text) < 5000:
        print(pretty)
    errors()


if __name__ == "__main__":
    main()

# wasm: yes
# bench: 150000
"""Sorting of numbers, texts, tuples and objects, with keys, attributes and comparisons of their own.

usage: sort_keys.py [N]      (default 1000)
"""
import sys


class Record:
    def __init__(self, number, name):
        self.number = number
        self.name = name

    def __lt__(self, other):
        return (self.number, self.name) < (other.number, other.name)


def numbers(n):
    state = 1
    for _ in range(n):
        state = (state * 69069 + 1) % 4294967296
        yield state >> 4


def digest(values):
    total = 0
    for i, v in enumerate(values):
        total = (total * 33 + v + i) % 1000000007
    return total


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    values = list(numbers(n))
    print("ints", digest(sorted(values)))
    print("reverse", digest(sorted(values, reverse=True)))
    print("floats", digest(int(v * 4) for v in sorted(v / 4 for v in values)))
    print("modulo", digest(sorted(values, key=lambda v: v % 1000)))
    names = [f"{v % 7919:x}" for v in values]
    print("texts", digest(int(s, 16) for s in sorted(names)))
    print("length", digest(int(s, 16) for s in sorted(names, key=len)))
    print("tuples", digest(v for _, v in sorted(zip(names, values))))
    records = [Record(v % 100, s) for v, s in zip(values, names)]
    print("objects", digest(r.number for r in sorted(records)))
    records.sort(key=lambda r: (r.name, -r.number))
    print("attributes", digest(r.number for r in records))


if __name__ == "__main__":
    main()

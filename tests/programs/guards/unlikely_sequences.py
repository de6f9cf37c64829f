# Functions that are only seen to be called with lists and tuples are called by name with other things.
# wasm: yes

import sys


def by_name(name):
    """The function in a way that no analysis follows."""
    return getattr(sys.modules[__name__], name)



def by_index(items, n):
    total = 0
    for i in range(n):
        total += items[i]
    return total


def by_iteration(items):
    total = 0
    for x in items:
        total += x
    return total


def swap(items, i, j):
    items[i], items[j] = items[j], items[i]
    return items[i]


def unpack(pair):
    a, b = pair
    return a * 10 + b


def size(items):
    return len(items)


def points(pairs):
    total = 0
    for a, b in pairs:
        total += a * b
    return total


class Shifted(list):
    def __getitem__(self, i):
        return list.__getitem__(self, i) + 100

    def __setitem__(self, i, value):
        list.__setitem__(self, i, value * 2)

    def __iter__(self):
        return iter([7, 8])

    def __len__(self):
        return 99


class Pair(tuple):
    def __iter__(self):
        return iter((5, 6))

    def __getitem__(self, i):
        return 50

    def __len__(self):
        return 98


numbers = list(range(300))
for i in range(300):
    by_index(numbers, 5)
    by_iteration(numbers[:5])
    swap(numbers, 0, 1)
    unpack((i, 2))
    size(numbers)
    points([(1, 2), (i, 4)])
print(by_index(numbers, 300), by_iteration(numbers), swap(numbers, 3, 4), unpack((1, 2)), size(numbers), points([(3, 4)]))
values = [
    Shifted([1, 2]), Pair((1, 2)), (1, 2), [1, 2], {0: 3, 1: 4}, "ab", b"ab", range(2), iter([1, 2]), [1, 2, 3], (1,), [],
    [0.5, 2], ["a", 1], 5, None, [2 ** 70, True], [[1, 2], [3, 4]], [Pair((1, 2)), Shifted([1, 2])], {1, 2}, ["ab", (1, 2)],
]
for name, arguments in [("by_index", (2,)), ("by_iteration", ()), ("swap", (0, 1)), ("unpack", ()), ("size", ()),
                        ("points", ())]:
    for value in values:
        shown = type(value).__name__
        try:
            print(name, shown, by_name(name)(value, *arguments))
        except (TypeError, ValueError, IndexError) as error:
            print(name, shown, type(error).__name__, error)
for index in (-1, -2, 2, -3, 2 ** 48, -2 ** 63, True, 1.0, "0", None):
    try:
        print(by_name("swap")([10, 20], index, 0))
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)

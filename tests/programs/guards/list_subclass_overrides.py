# A list subclass with __getitem__, __iter__, __len__, __setitem__ of its own in index loops.
# wasm: yes


class Shifted(list):
    def __getitem__(self, i):
        return list.__getitem__(self, i) + 100


class Counted(list):
    def __len__(self):
        return 3


class Reversed(list):
    def __iter__(self):
        return iter(list(list.__iter__(self))[::-1])


class Checked(list):
    def __setitem__(self, i, value):
        list.__setitem__(self, i, str(value))

    def append(self, value):
        list.append(self, value * 2)

    def __contains__(self, x):
        return x == "magic"


class Plain(list):
    pass


def by_index(items):
    total = 0
    for i in range(len(items)):
        total += items[i]
    return total


def by_iteration(items):
    total = 0
    for n, x in enumerate(items):
        total += x * n
    return total


def fill(items, n):
    for i in range(n):
        items.append(i)
    for i in range(n):
        items[i] = items[i] + 1
    return list(items)[:3], 5 in items, "magic" in items


numbers = list(range(300))
print(by_index(numbers), by_iteration(numbers))
for kind in (Plain, Shifted, Counted, Reversed, Checked):
    print(kind.__name__, by_index(kind(numbers)), by_iteration(kind(numbers)))
for kind in (list, Plain, Shifted, Counted, Reversed, Checked):
    print(kind.__name__, fill(kind(), 6))


def unpack(items):
    a, b, c = items
    first, *rest = items
    return a, b, c, first, rest


for kind in (list, Shifted, Counted, Reversed):
    print(kind.__name__, unpack(kind([1, 2, 3])), sum(kind([1, 2, 3])), [*kind([1, 2, 3])], tuple(kind([1, 2, 3])))
print(len(Counted()), bool(Counted()), list(Counted([1])), max(Shifted([1, 2])), sorted(Reversed([3, 1, 2])))
Plain.__getitem__ = lambda self, i: -1
print(by_index(Plain(numbers)), by_iteration(Plain(numbers)))
del Plain.__getitem__
Plain.__len__ = lambda self: 1
print(by_index(Plain(numbers)), by_iteration(Plain(numbers)))
del Plain.__len__
Plain.__iter__ = lambda self: iter([1, 2])
print(by_index(Plain(numbers)), by_iteration(Plain(numbers)))
print(by_index(numbers), by_iteration(numbers))


class Pair(tuple):
    def __getitem__(self, i):
        return 1000


print(by_index(Pair((1, 2))), by_index((1, 2)), by_iteration(Pair((1, 2))))

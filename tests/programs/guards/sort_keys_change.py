# Key functions, comparisons and element types change while lists are sorted in a loop.
# wasm: yes


def by_length(x):
    return len(x)


def sort_all(lists):
    out = []
    for items in lists:
        out.append(sorted(items, key=by_length))
    return out[-1]


def smallest(items):
    best = None
    for x in items:
        if best is None or by_length(x) < by_length(best):
            best = x
    return best


words = ["ccc", "a", "bb"]
print(sort_all([words] * 300), smallest(words * 100))
by_length = lambda x: -len(x)
print(sort_all([words] * 300), smallest(words * 100))
by_length = lambda x: x
print(sort_all([words] * 3), smallest(words), sort_all([[3, 1.5, True, 2 ** 70]]))
for bad in ([1, "a"], [None, 1], [[1], (1,)], [1, 1j]):
    try:
        print(sort_all([bad]))
    except TypeError as error:
        print(error)
by_length = len
print(sort_all([words]), smallest(words))


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


items = [Item(n) for n in (3, 1, 2)]
print(sorted(items), min(items), max(Item(1), Item(5)) if hasattr(Item, "__gt__") else "")
Item.__lt__ = lambda self, other: self.n > other.n
print(sorted(items), min(items))
calls = []


def counting(self, other):
    calls.append(self.n)
    if len(calls) == 2:
        Item.__lt__ = lambda self, other: NotImplemented
    return self.n < other.n


Item.__lt__ = counting
try:
    sorted(items + items)
except TypeError as error:
    print(error, calls[:2])
Item.__gt__ = lambda self, other: self.n > other.n
print(sorted(items))


def heap_like(values, n):
    items = list(values)
    total = 0
    for i in range(n):
        items.sort()
        total += items[0]
        items[0] = items[0] * 2 + 1
    return total


print(heap_like([5, 3, 8], 100), heap_like([5.5, 3, 8], 20), heap_like([2 ** 61, 2 ** 62], 10), heap_like([True, False], 5))
print(sorted([float("nan"), 1, 0])[1:], sorted([0.0, -0.0, 0]), sorted([2 ** 53, 2.0 ** 53, 2 ** 53 + 1]), sorted("bca", reverse=True))

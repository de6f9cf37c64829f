# Tuples, lists and strings of other lengths and types where an unpacking has seen pairs.
# wasm: yes


def pairs(items):
    total = 0
    for a, b in items:
        total += a * b
    return total


def swap(a, b, n):
    for _ in range(n):
        a, b = b, a
    return a, b


def result(flag):
    if flag == 0:
        return 1, 2
    if flag == 1:
        return [3, 0.5]
    if flag == 2:
        return "ab"
    if flag == 3:
        return 1, 2, 3
    if flag == 4:
        return range(2)
    if flag == 5:
        return {7: 1, 8: 2}
    if flag == 6:
        return (x for x in (9, 10))
    return None


def use(flag):
    try:
        a, b = result(flag)
    except (TypeError, ValueError) as error:
        return str(error)
    return a, b


def star(items):
    first, *middle, last = items
    return first, middle, last


def nested(items):
    out = 0
    for i, (a, (b, c)) in enumerate(items):
        out += i * (a + b + c)
    return out


class Pair:
    def __init__(self, a, b):
        self.values = a, b

    def __iter__(self):
        return iter(self.values)


class Tuple(tuple):
    def __iter__(self):
        return iter((100, 200))


numbers = [(i, i + 1) for i in range(300)]
print(pairs(numbers), pairs([[i, 0.5] for i in range(10)]), pairs([Pair(2, 3)]), pairs([Tuple((1, 2))]), pairs(["ab"][:0]))
for bad in ((1, 2, 3), (1,), 5, None, "a", "abc", Pair(1, "x")):
    try:
        print(pairs(numbers[:3] + [bad]))
    except (TypeError, ValueError) as error:
        print(error)
for _ in range(100):
    use(0)
print([use(flag) for flag in range(8)])
print(swap(1, 2.5, 300), swap("a", None, 301), star([1, 2, 3, 4]), star("ab"), star(range(300))[1][-1])
try:
    star([1])
except ValueError as error:
    print(error)
print(nested([(1, (2, 3))] * 300), nested([(1, [2.5, 3])] * 3))
for bad in ([(1, 2)], [(1, (2,))], [(1, (2, 3, 4))]):
    try:
        nested(bad)
    except (TypeError, ValueError) as error:
        print(error)
Pair.__iter__ = lambda self: iter(self.values * 2)
try:
    pairs([Pair(1, 2)])
except ValueError as error:
    print(error)


def divide(a, n):
    q = r = 0
    for _ in range(n):
        q, r = divmod(a, 7)
        a = q + r
    return q, r, a


print(divide(10 ** 6, 300), divide(2 ** 70, 2), divide(100.5, 3))
divmod = lambda a, b: (a, "r")
try:
    divide(1, 3)
except TypeError as error:
    print(error)
divmod = lambda a, b: (1, 2, 3)
try:
    divide(1, 3)
except ValueError as error:
    print(error)

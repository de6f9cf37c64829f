# Comparisons of ints with floats, big ints, strings and None in hot loops.
# wasm: yes


def order(a, b):
    return (a < b) + 2 * (a == b) + 4 * (a > b)


def position(items, x):
    n = 0
    for y in items:
        if y < x:
            n += 1
        elif y == x:
            return n
    return -n


def same(items, x):
    n = 0
    for y in items:
        if y == x:
            n += 1
        if y != x:
            n += 1000
        if y is x:
            n += 1000000
    return n


for i in range(300):
    order(i, 150)
print([order(a, b) for a in (1, 1.0, True, 2 ** 60, 2.0 ** 60) for b in (1, 1.0, True, 2 ** 60, 2.0 ** 60)])
big = 2 ** 53
print([order(big + d, float(big)) for d in (-1, 0, 1, 2)], [order(float(big), big + d) for d in (-1, 0, 1, 2)])
print([order(2 ** 48 + d, 2.0 ** 48) for d in (-1, 0, 1)], [order(-2 ** 63 + d, -2.0 ** 63) for d in (-1, 0, 1)])
print(position(range(300), 200), position(range(300), 200.0), position(range(300), 200.5), position([1, 2], 2 ** 70))
print(position([0.5, 1, True, 2], 1), position(["a", "b", "c"], "c"), position([(1, 2), (1, 3)], (1, 3)))
for x in ("a", None, [], 1j):
    try:
        position(range(300), x)
    except TypeError as error:
        print(error)
print(same([1, 2, 3] * 100, 2), same([1, 1.0, True, "1", None], 1), same(["a", "b"], "a"), same([None, 0, False], None))
print(same([1.0, 1, 2 ** 70], 1.0), same([2 ** 70, 2.0 ** 70, 2 ** 70 + 1], 2.0 ** 70), same([], 1))


def chain(items):
    n = 0
    for x in items:
        if 0 < x < 10 <= x * 2 != 14:
            n += 1
    return n


print(chain(range(300)), chain([5, 5.5, 7, 7.0, 9.99]), chain([True, 8]), chain([2 ** 70, -2 ** 70]))


class Odd:
    def __init__(self):
        self.log = []

    def __gt__(self, other):
        self.log.append(">")
        return "yes"

    def __lt__(self, other):
        self.log.append("<")
        return []

    def __eq__(self, other):
        self.log.append("=")
        return NotImplemented


odd = Odd()
print(chain([odd]), position([1, 2], odd), same([1, 2], odd), odd.log)

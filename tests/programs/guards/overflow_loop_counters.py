# Loop counters, range bounds and steps cross 2**48, 2**63 and 2**64.
# wasm: yes
EDGES = [2 ** 31, 2 ** 47, 2 ** 48, 2 ** 49, 2 ** 62, 2 ** 63, 2 ** 64]


def over(start, stop, step=1):
    n = 0
    last = None
    for i in range(start, stop, step):
        n += 1
        last = i
    return n, last


def while_counter(start, stop):
    i = start
    n = 0
    while i < stop:
        i += 1
        n += 1
    return i, n


def doubling(limit):
    i = 1
    n = 0
    while i < limit:
        i += i
        n += 1
    return i, n


def sum_over(start, stop):
    total = 0
    for i in range(start, stop):
        total += i
    return total


print(over(0, 300), while_counter(0, 300), sum_over(0, 300))
for e in EDGES:
    print(over(e - 2, e + 3), over(-e - 2, -e + 3), over(e + 2, e - 3, -1), over(e - 10, e + 10, 7))
    print(over(0, e, e // 3), over(0, -e, -e // 3), over(e, 0, -e + 1), over(-e, e, e), over(0, 5, e), over(0, e, e))
    print(while_counter(e - 150, e + 150), doubling(e), doubling(e + 1), sum_over(e - 3, e + 3), sum_over(-e - 3, 3 - e))
print(over(5, 5), over(5, 4), over(4, 5, -1), over(2 ** 63 - 1, 2 ** 63), over(2 ** 63 - 3, 2 ** 63 - 1, 5))
print(over(-2 ** 63, -2 ** 63 + 2), over(2 ** 63 - 1, -2 ** 63, -2 ** 62), over(2 ** 62, 2 ** 63 - 1, 2 ** 61))
for bad in (0, False):
    try:
        over(1, 2, bad)
    except ValueError as error:
        print(error)
for bad in (1.0, "1", None):
    try:
        over(0, bad)
    except TypeError as error:
        print(error)
print(over(False, True), over(0, 10, True))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(over(Index(3), Index(7)), over(0, Index(2 ** 70), Index(2 ** 69)))


def nested(n, m):
    count = 0
    for i in range(n):
        for j in range(i, m):
            count += j - i
    return count


print(nested(20, 30), nested(2, 2), nested(3, 0))
total = 0
for i in range(2 ** 48 - 150, 2 ** 48 + 150):
    total += i
print(total, i)

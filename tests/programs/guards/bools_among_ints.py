# True and False where loops have seen ints, and ints where they have seen bools.
# wasm: yes


def arithmetic(a, b):
    return [a + b, a - b, a * b, a // (b or 1), a % (b or 1), a ** b, a << b, a >> b, a & b, a | b, a ^ b, -a, ~a, +a]


def count(flags):
    n = 0
    for f in flags:
        if f:
            n += f
    return n


def both(flags):
    result = True
    for f in flags:
        result = result & f
    return result


def either(flags):
    result = False
    for f in flags:
        result = result | f
    return result


for i in range(300):
    arithmetic(i, 3)
print(arithmetic(5, 3))
print(arithmetic(True, True), arithmetic(True, False), arithmetic(False, True))
print(arithmetic(True, 3), arithmetic(7, True))
print(count([True, False] * 150), count([1, 2, 0] * 100), count([0.5, True]), count([False]))
print(both([True] * 300), both([True] * 300 + [3]), both([1, True]), both([True, False]))
print(either([False] * 300), either([False] * 300 + [4]), either([True]), either([]))


def index(items, n):
    out = []
    for i in range(n):
        out.append(items[i % 2 == 0])
    return out


print(index(["no", "yes"], 4), index((1, 2.5), 3), index("ab", 3))
print([True, 1, 1.0].index(True), {True: "a", 1: "b", 1.0: "c"}, True == 1, True is (1 == 1))


def negate(items):
    return [not x for x in items] + [-x for x in items]


print(negate([1, 0, True, False, 0.0, 2 ** 60]))
print(sum([True] * 300), sum([True, 0.5]), max(True, 0), min(False, 1), abs(True), abs(-True), divmod(True, 2))
print(range(True), len(range(True)), list(range(False, True)), str(True), f"{True:d} {True:>6} {True}")

# Divisions whose operands are always ints, or always floats, meet 0, -1, the largest numbers and inexact ones.
# wasm: yes


def floor(items, d):
    good = 0
    bad = 0
    for x in items:
        try:
            good += d // x
        except ZeroDivisionError:
            bad += 1
    return good, bad


def rest(items, d):
    good = 0
    bad = 0
    for x in items:
        try:
            good += d % x
        except ZeroDivisionError:
            bad += 1
    return good, bad


def true(items, d):
    good = 0.0
    bad = 0
    for x in items:
        try:
            good += d / x
        except ZeroDivisionError:
            bad += 1
    return good, bad


def quotient(items, d):
    good = 0.0
    bad = 0
    for x in items:
        try:
            good += d / x
        except ZeroDivisionError:
            bad += 1
    return good, bad


def wide_quotient(n, d):
    x = n * n * 4
    return (x + 1) / d, d / (x + 1), (x + 3) / (x + 1), -x / 3


def unguarded(a, b):
    return a // b


def unguarded_rest(a, b):
    return a % b


def unguarded_true(a, b):
    return a / b


def unguarded_float(a, b):
    x = a * 0.5
    return x / b


ints = [3, -4, 7, 0, 1, -1] * 50
floats = [0.5, -2.0, 0.0, 4.0, -0.0] * 60
print(floor(ints, 100), rest(ints, 100), true(ints, 100), quotient(floats, 1.5))
print(floor(ints, -7), rest(ints, -7), true([0] * 3, 1), quotient([-0.0], 0.0))
for n in (10, 2 ** 25, 2 ** 26, 2 ** 26 + 1, 2 ** 28, 2 ** 30, 2 ** 31 - 1):
    print(wide_quotient(n, 3), wide_quotient(n, 7))
for i in range(1, 300):
    unguarded(1000, i), unguarded_rest(1000, i), unguarded_true(1000, i), unguarded_float(1.0, i * 0.5)
for f in (unguarded, unguarded_rest, unguarded_true):
    for pair in ((7, -1), (-7, -1), (0, -1), (7, 0), (0, 0)):
        try:
            print(f.__name__, f(*pair))
        except ZeroDivisionError as error:
            print(f.__name__, error)
for x in (2.0, 0.0, -0.0):
    try:
        print(unguarded_float(3.0, x))
    except ZeroDivisionError as error:
        print(error)


def power(items, e):
    total = 0.0
    for x in items:
        try:
            y = x ** e
            total += y if isinstance(y, float) else y.real
        except (ZeroDivisionError, OverflowError) as error:
            print(type(error).__name__, error)
    return total


print(power([2.0, 3.5] * 150, 0.5), power([0.0, 2.0], 0.5), power([-2.0, 2.0], 0.5), power([-8.0], 2.0), power([-8.0], 3.0))
print(power([0.0, 1.0], -1.0), power([1e200, 2.0], 2.0), power([float("inf"), float("nan")], 1.5), power([-0.0], 3.0))


def exact(n, m):
    x = n * m
    y = x + 1
    limit = 9007199254740992.0
    return (x + 0.5, x * 1.0, y + 0.0, x < limit, x == limit, y == limit, y > limit, y <= limit, limit < y, limit == y,
            limit != y, limit >= y, y - limit)


for n, m in ((3, 4), (2 ** 26, 2 ** 27), (2 ** 26, 2 ** 27 - 1), (2 ** 27, 2 ** 27), (2 ** 30, 2 ** 31), (-2 ** 26, 2 ** 27)):
    print(exact(n, m))


def root(n):
    x = (n * n + 1) ** 0.5
    return x, (n * n) ** 0.5 == n, 2.0 ** (n % 5)


for n in (3, 300, 94906267, 2 ** 28 + 1, 2 ** 30):
    print(root(n))

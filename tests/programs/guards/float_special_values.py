# NaN, -0.0 and infinities in hot arithmetic, comparisons, min, max and truth tests.
# wasm: yes
import math

inf = float("inf")
nan = float("nan")


def total(items):
    result = 0.0
    for x in items:
        result += x
    return result


def product(items):
    result = 1.0
    for x in items:
        result *= x
    return result


def compare(a, b):
    return (a < b, a <= b, a > b, a >= b, a == b, a != b, not a < b, not a == b)


def count_below(items, limit):
    n = 0
    for x in items:
        if x < limit:
            n += 1
        elif x >= limit:
            n += 1000
    return n


def best(items):
    m = items[0]
    for x in items:
        if x > m:
            m = x
    return m


def truths(items):
    n = 0
    for x in items:
        if x:
            n += 1
        if not x:
            n += 1000
    return n


floats = [i * 0.5 for i in range(300)]
print(total(floats), product([1.01] * 300), count_below(floats, 10.0), best(floats), truths(floats))
print(total(floats + [inf]), total([inf, -inf]), total([nan, 1.0]), total([-0.0, -0.0]), total([1e308, 1e308, -1e308]))
print(product([-0.0, 5.0]), product([inf, 0.0]), product([inf, -1.0]), product([1e200, 1e200]), product([-0.0, -1.0]))
specials = [0.0, -0.0, 1.0, inf, -inf, nan, 0, -1, 2 ** 53, 2 ** 53 + 1, 2 ** 70, True]
for a in specials:
    print(a, ["".join("01"[x] for x in compare(a, b)) for b in specials])
print(count_below([nan] * 3 + [1.0], 5.0), count_below(floats, nan), count_below([2 ** 70, -(2 ** 70), 3], 5.0))
print(best([1.0, nan, 2.0]), best([nan, 1.0]), best([inf, 2 ** 2000]), best([-0.0, 0.0]), best([0.0, -0.0]), best([1, 1.0]))
print(truths([0.0, -0.0, nan, inf, 5e-324, 0, 2 ** 70]))
print(max(nan, 1.0), max(1.0, nan), min(nan, 1.0), min(1.0, nan), max(0.0, -0.0), max(-0.0, 0.0), min(0, -0.0))
print(nan in [nan], nan == nan, [nan] == [nan], float("nan") in [nan], (nan,) == (nan,), {nan: 1}.get(nan))
print(-nan, abs(-inf), -0.0 + 0, 0 * -1.0, -0.0 == 0, math.copysign(1, -0.0), math.copysign(1, 0 * -5), round(-0.4))
print(1e16 + 1, 1e16 + 1.0, 2 ** 53 + 1.0, 2 ** 1023 * 2.0, -(0.0), 0.1 + 0.2, 1 / 3, 1e22, 1e23, 123456789012345680.0)


def converges(x, n):
    steps = 0
    while x != x / 2:
        x /= 2
        steps += 1
        if steps == n:
            break
    return x, steps


print(converges(1.0, 5000), converges(inf, 10), converges(nan, 10), converges(0, 10), converges(-1, 5000))
for bad in (inf, -inf, nan):
    for f in (int, round, math.floor):
        try:
            f(bad)
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)

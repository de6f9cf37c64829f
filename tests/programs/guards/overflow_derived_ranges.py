# Ints whose ranges follow from loops, lengths, comparisons, remainders and bits, at the edges of those ranges and of
# machine ints. Factors are multiplied in the functions, so that large ints are machine ints there.
# wasm: yes


def counted_up(a, b, c, step, most):
    """Counters below, up to and unequal to a * b + c."""
    n = a * b + c
    result = []
    i = n - most
    while i < n:
        i += step
    result.append(i)
    i = n - most
    while i <= n:
        i += step
    result.append(i)
    i = n - most * step
    while i != n:
        i += step
    result.append(i + step)
    return result


def counted_down(a, b, c, step, most):
    n = a * b - c
    result = []
    i = n + most
    while i > n:
        i -= step
    result.append(i)
    i = n + most
    while n <= i:
        i -= step
    result.append(i)
    return result


def over_range(a, b, c, count):
    start = a * b + c
    result = []
    for i in range(start, start + count):
        result.append((i + 1, i - 1, i + i, 3 * i, -i))
    for i in range(start + count, start, -1):
        result.append((i + 2, i - start, i * 2))
    return result


def products(n):
    """The squares of counters stop to fit, and so do cubes."""
    result = []
    for i in range(n - 2, n + 2):
        result.append((i * i, i * i * i, i * i - i, i * (i + 1) // 2, (i + i) * (i + i + 1)))
    return result


def limited(x, a, b):
    """Sums behind comparisons that do or do not keep them small."""
    limit = a * b
    if x < limit:
        below = x + limit
    else:
        below = x - limit
    if x >= limit:
        above = x * limit
    elif x == -limit:
        above = x * x
    else:
        above = limit - x
    if limit > x > -limit:
        inside = x + x + x
    else:
        inside = -x
    if not x <= limit:
        return below, above, inside, limit + 1
    return below, above, inside, limit - 1


def both(a, b):
    """Large ints and what is left of them."""
    x = a * b
    return (x % 7, x % -7, x // 7, x // -7, x & 255, x & -256, x | 1, x ^ -1, x >> 3, x >> 62, x >> 63,
            x % 7 + x % -7, (x & 255) * (x & 255), (x // 3) * 3, (x >> 40) * (x >> 40), x // 2 + x // 2 + x % 2)


def doubled(a, b):
    x = a * b
    return (x // 2) * 2, (x // 2) * 3, (x >> 1) + (x >> 1), (x >> 1) * 4, x + x // 2, x - x // -2, x | -x


def divided(a, b, c, d):
    x = a * b
    y = c * d
    return x // y, x % y, (x // y) * y + x % y, x % y + x, x // y - x


def inline_edges(x, a):
    """Ints that just need an object, or just do not."""
    low = a - 1
    kept = [x & low, x & a, (x & low) + 1, (x & low) - 1, x % a, x % a + 1, -(x % a), -(x % a) - 1, x % -a, x % -a - 1]
    kept.append((x & low) - low - 1)
    kept.append((x & low) - low - 2)
    return kept, [type(k) is int for k in kept], [k + 1 - 1 == k for k in kept], {k: k for k in kept} == dict(zip(kept, kept))


def exact(x, factor, y):
    n = x * factor
    return n == y, n < y, n + 1 == y, n + 1 > y, n - 1 < y, n / factor, n / 2, (n + 1) / 2, n * 1.0, (n + 1) * 1.0


def indices(items, offset):
    result = []
    n = len(items)
    for i in range(-n, n):
        result.append(items[i])
    for i, item in enumerate(items, offset):
        result.append((i, item, i - n, (i * i, i + i)))
    for i in range(n):
        j = n - i - 1
        result.append(items[j] + items[i - n])
    return result


def hashed(text, bits):
    h = 0
    m = (1 << bits) - 1
    for c in text:
        h = (h * 31 + ord(c)) & m
    g = 7
    for c in text:
        g = (g * 1000003 ^ ord(c)) % (m + 2)
    return h, g


def wandering(n):
    """A counter with several ways to change, only some of which have a bound."""
    low = high = 0
    x = 1
    for i in range(n):
        if x > 10**12:
            x = x // -3
        elif x < -(10**12):
            x = -x % 1000
        elif i % 3:
            x = x * 77 - i
        else:
            x = x * x + 1
        low = min(low, x)
        high = max(high, x)
    return x, low, high


half = 2**31
for c in -3, -2, -1, 0, 1, 2:
    print(counted_up(2**47, 2**15, 2**46 + c, 1, 3), counted_up(half * 2, half, c, 1, 4))
    print(counted_up(half * 2, half, c - 1, 3, 7), counted_up(-half * 2, half, c + 12, 2, 6))
    print(counted_down(-half * 2, half, c, 1, 3), counted_down(-half * 2, half, c - 8, 5, 3))
    print(over_range(half * 2, half, c - 2, 3))
    print(over_range(-half * 2, half, c, 3))
for n in 2097151, 2**24, 2**31, 3037000499, 2**32, 2**40, 2**47, -(2**31), -3037000500, -(2**47):
    print(n, products(n))
for a, b in (2**20, 2**20), (half, half), (half * 2, half - 1), (3, 2**46), (-half, half):
    for x in 0, 1, -1, 2**40, -(2**40), 2**48 - 1, -(2**48), 2**47, 2**48, 2**62:
        print(a, b, x, limited(x, a, b))
large = [(half * 2, half), (half * 2, -half), (half, half), (half, -half), (half * 2 - 1, half), (7, 11), (-7, 11), (0, 1),
         (3037000499, 3037000499), (-3037000499, 3037000499), (2**47, 2**15)]
for a, b in large:
    print(a, b, both(a, b), doubled(a, b))
    for c, d in (1, 1), (-1, 1), (2, 1), (-2, 1), (half, half), (-half, half), (half * 2, -half), (3, 5), (2**16, 2**16):
        print(divided(a, b, c, d))
for x in 0, 1, 2**47, 2**48 - 1, -(2**48), -1, 2**47 - 1, -(2**47):
    for a in 2**47, 2**48 - 1, 1:
        print(inline_edges(x, a))
for x, factor, y in (2**48 - 1, 32, 2.0**53), (2**47, 64, 2.0**53), (-(2**48), 32, -(2.0**53)), (3, 3, 9.0), (2**47, 65, 9e15), (2**47, 65, 2.0**47 * 65), (2**48 - 1, -33, (1 - 2.0**48) * 33):
    print(exact(x, factor, y))
print(indices([1, 2, 3], 2**48 - 2), indices([5], 2**62), indices([], 1))
for bits in 8, 31, 47, 48, 49, 56, 58, 61, 62, 63, 64:
    print(hashed("derived ranges", bits))
print(wandering(10), wandering(1000))

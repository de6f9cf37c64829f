# Ints that stay small in every visible constant grow past 2**63 by many steps of each operation.
# wasm: yes
STEP = 281474976710655


def up(n):
    x = 0
    for _ in range(n):
        x += STEP
    return x


def down(n):
    x = 0
    for _ in range(n):
        x -= STEP
    return x


def away(n):
    x = 0
    y = 0
    for _ in range(n):
        x = x - STEP
        y = y + STEP
    return x - y, y - x, x + y, x + x, y + y


def product(n, factor):
    x = 1
    for _ in range(n):
        x *= factor
    return x


def square(n):
    x = 3
    for _ in range(n):
        x = x * x
    return x % 1000003


def shifted(n):
    x = 1
    for _ in range(n):
        x = x << 1
    return x


def negated(n):
    x = 1
    for _ in range(n):
        x = x * 2
    return -x, -(-x), abs(-x), x - 1, -x - 1


def wide(n):
    x = n * n
    return x * x, x * n, x // -1, (-x) // -1, x % -1, x // n, -x // n, -x % n, x >> 3, x & (x - 1), x ^ -1, x | 1


def smallest(n):
    x = -1
    for _ in range(n):
        x = x * 2
    return x // -1, x % -1, x // 1, -x, abs(x), x - 1, x + x, x * -1, x << 1, x >> 1


def between(n):
    x = 1
    for _ in range(n):
        x = x * 2
    return x < 0, x > n, x == x * 1, -x < x, x - 1 < x, x + 1 > x, x != x + 1


print(up(300), down(300), away(10), product(10, 3), square(3), shifted(20), negated(10), wide(1000), smallest(10))
for n in (32766, 32767, 32768, 32769, 32770):
    print(up(n), down(n))
print(away(16384), away(16385), away(32769))
for n in (31, 46, 47, 48, 49, 61, 62, 63, 64, 65):
    print(n, shifted(n), negated(n), smallest(n), between(n))
    print(product(n, 2), product(n, -2), product(n, 3), square(n // 8))
for n in (2 ** 15, 2 ** 20, 2 ** 24 - 1, 2 ** 31, 3037000499, 3037000500, 2 ** 40, 2 ** 47):
    print(wide(n), wide(-n))

# Shifts and powers leave 64 bits, with negative and huge counts.
# wasm: yes


def left(x, counts):
    out = []
    for c in counts:
        out.append(x << c)
    return out


def right(x, counts):
    out = []
    for c in counts:
        out.append(x >> c)
    return out


def power(x, exponents):
    out = []
    for e in exponents:
        out.append(x ** e)
    return out


for _ in range(300):
    left(1, [1, 2]), right(8, [1]), power(2, [3])
counts = [0, 1, 30, 31, 32, 46, 47, 48, 49, 61, 62, 63, 64, 65, 100]
print(left(1, counts))
print(left(-1, counts))
print(left(5, counts))
print(left(0, counts), left(True, [0, 1, 70]))
for x in (1, -1, 2 ** 31, -2 ** 31, 2 ** 47 + 1, -2 ** 48, 2 ** 63 - 1, -2 ** 63, 2 ** 64 + 1, -2 ** 100):
    print(right(x, counts))
print(right(3, [10 ** 6, 2 ** 40, 2 ** 63, 2 ** 70]), right(-3, [10 ** 6, 2 ** 40, 2 ** 70]), left(0, [2 ** 40, 2 ** 70]))
for f, x in ((left, 1), (right, 1), (left, 0), (right, -5)):
    for c in (-1, -64, -2 ** 70):
        try:
            print(f(x, [c]))
        except ValueError as error:
            print(error)
for x in (0, 1, -1, 2, -2, 3, 10, -10, 7):
    print(power(x, [0, 1, 2, 15, 16, 17, 18, 19, 20, 21, 31, 47, 48, 62, 63, 64]))
print(power(2, [-1, -2, 0.5, -1074, 1023.0]), power(-2, [-1, 0.5, 3.0]), power(2.0, [3, -3]), power(True, [5]))
for x, e in ((0, -1), (0.0, -1), (10.0, 400)):
    try:
        print(power(x, [e]))
    except (ZeroDivisionError, OverflowError) as error:
        print(type(error).__name__, error)


def bits(n):
    count = 0
    while n:
        count += n & 1
        n >>= 1
    return count


print([bits(x) for x in (0, 1, 255, 2 ** 48 - 1, 2 ** 48, 2 ** 63 - 1, 2 ** 64 - 1, 3 ** 50)])


def reverse(n, width):
    result = 0
    for _ in range(width):
        result = (result << 1) | (n & 1)
        n >>= 1
    return result


print(reverse(1, 8), reverse(1, 48), reverse(1, 49), reverse(5, 64), reverse(5, 65), reverse(-1, 70))
print(pow(3, 200, 2 ** 61 - 1), pow(2, -1, 7), pow(-3, 3, 5), pow(2, 3, -5))

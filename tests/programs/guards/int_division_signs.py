# Int // and % with every combination of signs, and by zero in the middle of hot loops.
# wasm: yes


def divide(a, b):
    return a // b, a % b


def buckets(items, n):
    counts = [0] * 10
    for x in items:
        counts[x % n] += 1
    return counts


def safe(items, divisors):
    good = bad = 0
    for x in items:
        for d in divisors:
            try:
                good += x // d
            except ZeroDivisionError:
                bad += 1
            try:
                good -= x % d
            except ZeroDivisionError:
                bad += 1
    return good, bad


for a in (7, -7, 0, 1, -1, 6, -6):
    for b in (3, -3, 1, -1, 7, -7, 100, -100):
        print(divide(a, b), end=" ")
    print()
print(buckets(range(300), 7), buckets(range(-300, 0), 7), buckets(range(300), -7))
print(safe(list(range(-150, 150)), [3, -4, 0, 5]))
print(safe([2 ** 63, -2 ** 48, 5.5], [1, 0, -1, 0.0, 2]))
for op in ("//", "%", "/"):
    for a, b in ((1, 0), (1.0, 0), (1, 0.0), (2 ** 70, 0), (True, False)):
        try:
            if op == "//":
                a // b
            elif op == "%":
                a % b
            else:
                a / b
        except ZeroDivisionError as error:
            print(op, error)


def true_division(items, d):
    total = 0
    for x in items:
        total += x / d
    return total


print(true_division(range(300), 4), true_division([2 ** 53 + 1, 2 ** 60 + 3], 2), true_division([10 ** 400], 10 ** 399))
try:
    true_division([10 ** 400], 3)
except OverflowError as error:
    print(error)


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(1071, 462), gcd(-12, 18), gcd(12, -18), gcd(2 ** 70, 6 ** 30), gcd(7.5, 2.5), gcd(True, 3))


def clock(start, n):
    t = start
    for _ in range(n):
        t = (t - 7) % 24
    return t


print(clock(0, 300), clock(5, 301), clock(0.5, 300), clock(2 ** 64, 300))

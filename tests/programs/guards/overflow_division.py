# // % divmod neg abs at the borders: -2**48 // -1, -(-2**63), abs(-2**48) in hot loops.
# wasm: yes
EDGES = [2 ** 31, 2 ** 47, 2 ** 48, 2 ** 49, 2 ** 62, 2 ** 63, 2 ** 64]


def floor(values, d):
    out = []
    for x in values:
        out.append(x // d)
    return out


def rest(values, d):
    out = []
    for x in values:
        out.append(x % d)
    return out


def negative(values):
    out = []
    for x in values:
        out.append(-x)
    return out


def size(values):
    out = []
    for x in values:
        out.append(abs(x))
    return out


small = list(range(-150, 150))
print(sum(floor(small, 7)), sum(rest(small, 7)), sum(negative(small)), sum(size(small)))
for e in EDGES:
    values = [e, e - 1, e + 1, -e, 1 - e, -e - 1]
    print(e, negative(values), size(values))
    for d in (-1, 1, 2, -2, 3, e, -e, e + 1, -e - 1):
        print(d, floor(values, d), rest(values, d))
    print([divmod(x, 1 - e) for x in values], [divmod(x, 10) for x in values])
for f in (floor, rest, divmod):
    for d in (0, False, 0.0):
        try:
            f([1] if f is not divmod else 1, d)
        except ZeroDivisionError as error:
            print(error)


def countdown(n, step):
    rounds = 0
    while n:
        n //= step
        rounds += 1
        if rounds > 500 or n == -1:
            break
    return n, rounds


print(countdown(10 ** 5, 2), countdown(2 ** 200, 2), countdown(-2 ** 63, 2), countdown(7 ** 40, 7), countdown(-1, 3))


def flip(x, n):
    for _ in range(n):
        x = -x
    return x


print([flip(s * e, n) for e in EDGES for s in (1, -1) for n in (300, 301)])


def digits(n):
    out = []
    while n > 0:
        n, d = divmod(n, 10)
        out.append(d)
    return out


print(digits(1234567890), digits(2 ** 48), digits(2 ** 63), digits(10 ** 25 + 7))
print(~(2 ** 63), ~(-2 ** 63), ~(2 ** 48 - 1), ~-2 ** 48, -(-2 ** 48), -(2 ** 48), abs(-2 ** 48), abs(-2 ** 48 + 1))

# wasm: yes
# Machine ints that no float equals are compared with floats, and are range bounds' distances from them.


def equal(n, limit):
    hits = []
    for i in range(n):
        big = i * 4194304 * 2147483648 + 1
        if big == limit:
            hits.append(("equal", i))
        if big > limit:
            hits.append(("greater", i))
        if big <= limit:
            hits.append(("not greater", i))
        if limit < big - 2:
            hits.append(("less", i))
    return hits


print(equal(4, 2.0 ** 53))
print(equal(4, -1.0))
print(equal(3, 2 ** 53 + 1))
print(equal(3, float("nan")))


def equal_to_float(n, limit):
    hits = 0
    for i in range(n):
        big = i * 4194304 * 2147483648 + 1
        if big == limit:
            hits += 1
        if big > limit:
            hits += 100
    return hits


print(equal_to_float(4, 2.0 ** 53), equal_to_float(4, 2.0 ** 54), equal_to_float(4, -1.0))


def mixed(n, step):
    total = 0.0
    for i in range(n):
        odd = i * 4194304 * 2147483648 + 1
        total += odd
        if odd != total:
            total = -total
        if odd * step == odd:
            total += 1
    return total


print(mixed(40, 1.0), mixed(40, 1))

# Accumulators become floats, big ints, strings, lists or objects in the middle of a loop.
# wasm: yes



def total(items, start=0):
    result = start
    for x in items:
        result += x
    return result


def product(items):
    result = 1
    for x in items:
        result *= x
    return result


def largest(items):
    best = items[0]
    for x in items:
        if x > best:
            best = x
    return best


ints = list(range(300))
print(total(ints), product(ints[1:20]), largest(ints))
print(total(ints + [0.5] + ints), total(ints + [2 ** 48] * 3 + [0.25]))
print(total(ints + [2 ** 62] * 4), total([-2 ** 63] * 300), total([True] * 300))
print(total(["a"] * 5, ""), total([[1]] * 5, []), total([(1,)] * 3, ()))
print(total(ints + [1j]))
print(product(ints[1:30] + [0.5]), product([3] * 100), product([2, "ab", 2]), product([True] * 10))
print(largest(ints + [299.5] + [299]), largest([2 ** 70, 1.5, 2 ** 71]), largest(["b", "a", "c"]))
for bad in ([1, "a"], [1.5, None], ["a", 1]):
    for f in (total, largest):
        try:
            print(f(bad))
        except TypeError as error:
            print(error)


def running(items):
    x = y = 0
    for value in items:
        x, y = y + value, x
    return x, y


print(running(ints), running(ints + [0.5]), running(ints + [2 ** 63, 1]))

# wasm: yes
# Arithmetic where nothing is specialised: class bodies, and operands of every kind.


class Numbers:
    a = 1 + 2
    b = 1.5
    c = a + b
    d = b - a
    e = True + 1
    f = "x"
    f += "y"
    g = [1]
    g += [2]
    h = 2 ** 48 - 1
    i = h + h
    j = -h - h - h
    k = (a < 2, b < 2, "a" < "b", h > 1.0, a == 3.0)
    # Floats whose bits, taken as those of ints, have a sum and a difference that look like an int's.
    m = 1.0
    n = -3.7
    o = m + n
    p = m - m
    l = 0
    while l < 5:
        l += 1
        b -= 0.25


for name in "abcdefghijklmnop":
    print(name, getattr(Numbers, name))


def kinds(values):
    results = []
    for left in values:
        class Pair:
            total = left
            try:
                total += left
                total = total + left
            except TypeError as error:
                total = str(error)
        results.append(Pair.total)
    return results


print(kinds([1, 2.5, True, "s", (1,), 2 ** 47, 2 ** 80, None, 1j]))

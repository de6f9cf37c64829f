# A variable goes through int, float, str, None, bool, list and complex in one loop.
# wasm: yes


def add_all(values):
    out = []
    for x in values:
        y = x
        try:
            y = y + x
        except TypeError as error:
            out.append(str(error))
            continue
        out.append(y)
    return out


def cycle(n):
    x = 1
    kinds = {}
    for i in range(n):
        name = type(x).__name__
        kinds[name] = kinds.get(name, 0) + 1
        if i % 40 == 10:
            x = x + 0.5 if isinstance(x, (int, float)) else 1.0
        elif i % 40 == 20:
            x = str(x)
        elif i % 40 == 25:
            x = None
        elif i % 40 == 30:
            x = i % 80 == 30
        elif i % 40 == 35:
            x = i
        elif isinstance(x, (int, float)):
            x += 1
    return x, sorted(kinds.items())


def branch(flag, n):
    if flag == 0:
        x = 1
    elif flag == 1:
        x = 1.5
    elif flag == 2:
        x = "s"
    else:
        x = [0]
    total = x
    for _ in range(n):
        total = total + x if flag < 2 else x * 2
    return total


print(add_all(list(range(300)))[-1])
print(add_all([1, 2.5, "a", None, True, [1], 2j, (1,), b"x", {1: 2}]))
print(cycle(300), cycle(27), cycle(39))
for flag in range(4):
    print(branch(flag, 300))
for flag in (0, 1, 2, 3, 1, 0):
    print(branch(flag, 2), end=" ")
print()


def argument(x, n):
    y = x
    for i in range(n):
        y = y * 1 if i % 2 else y
    return y


for value in (3, 2.5, True, "ab", [1], (2,), 2 ** 70, -0.0, 1j):
    print(repr(argument(value, 300)), end=" ")
print()

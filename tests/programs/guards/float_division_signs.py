# Float // and % with every combination of signs, zeros, infinities and NaN in hot loops.
# wasm: yes
inf = float("inf")
nan = float("nan")


def floor(a, b):
    try:
        return a // b
    except ZeroDivisionError as error:
        return str(error)


def rest(a, b):
    try:
        return a % b
    except ZeroDivisionError as error:
        return str(error)


def both(a, b):
    try:
        return divmod(a, b)
    except ZeroDivisionError as error:
        return str(error)


for i in range(300):
    floor(i + 0.5, 2.0), rest(i + 0.5, 2.0), both(i + 0.5, 2.0)
values = [7.5, -7.5, 0.0, -0.0, 1.0, -1.0, inf, -inf, nan, 1e308, 5e-324, 3, -3]
for a in values:
    print(a, [floor(a, b) for b in (2.0, -2.0, 0.5, inf, -inf, nan, 0.0, -0.0, 2, -2, 0)])
    print(a, [rest(a, b) for b in (2.0, -2.0, 0.5, inf, -inf, nan, 0.0, -0.0, 2, -2, 0)])
print([both(a, b) for a in values for b in (2.5, -2.5)])


def wrap(angle, n):
    for _ in range(n):
        angle = (angle + 0.7) % 6.25
    return angle


def unwrap(angle, n):
    for _ in range(n):
        angle = (angle - 0.7) % -6.25
    return angle


print(wrap(0.0, 300), unwrap(0.0, 300), wrap(0, 300), wrap(-0.0, 0), wrap(inf, 2), wrap(nan, 3))
print(2 ** 60 // 0.5, 2 ** 60 % 0.7, -5 // 0.3, 5 % -0.3, -1e-20 % 1.0, 1e-20 % -1.0, 1e300 // 1e-300)


def steps(x, d, n):
    total = 0
    for _ in range(n):
        total += x // d
        x = x + d
    return total, type(total).__name__


print(steps(1, 2, 300), steps(1.0, 2, 300), steps(1, 2.0, 300), steps(2 ** 48, 1.5, 3), steps(True, 0.5, 10))

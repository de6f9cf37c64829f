def bump(x):
    return x + 1


def use(n):
    x = 0
    for _ in range(n):
        x = bump(x)
    return x


LEVEL = 5

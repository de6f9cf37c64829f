# A function that a hot loop calls is rebound through a global statement, before, in and after the loop.
# wasm: yes


def step(x):
    return x + 1


def other(x):
    return x * 2 + 0.5


def install(f):
    global step
    step = f


def hot(n, change_at, replacement):
    total = 0
    for i in range(n):
        if i == change_at:
            install(replacement)
        total = step(total)
        if total > 10 ** 6:
            total = 0
    return total


original = step
print(hot(300, -1, None))
print(hot(300, 150, other))
install(original)
print(hot(300, 299, other))
print(hot(300, -1, None))
install(original)
print(hot(300, 0, lambda x: x - 1), hot(300, -1, None))
install(original)
print(hot(300, -1, None))

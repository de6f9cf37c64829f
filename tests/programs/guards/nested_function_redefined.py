# A nested function and a nested class are defined anew in each round of a loop, with other bodies and defaults.
# wasm: yes


def rounds(n):
    total = 0
    for i in range(n):
        if i < 100:
            def f(x, y=i):
                return x + y
        elif i < 200:
            def f(x, y=0.5):
                return x * y
        else:
            def f(x, *rest, y=1):
                return x - len(rest) - y
        total += f(i)
    return total, f.__name__, f(1)


def classes(n):
    total = 0
    kinds = []
    for i in range(n):
        class Item:
            weight = i if i % 2 else i / 2

            def value(self):
                return self.weight + 1

        item = Item()
        total += item.value()
        if i in (1, 2):
            kinds.append(item)
    return total, type(kinds[0]) is type(kinds[1]), kinds[0].value(), kinds[1].value(), isinstance(item, Item)


def lambdas(n):
    f = lambda x: x
    total = 0
    for i in range(n):
        if i == n // 3:
            g = f
            f = lambda x: g(x) + 0.5
        if i == n // 2:
            f = abs
        total += f(-i)
    return total


def recursive(n):
    def inner(k):
        return k if k < 2 else inner(k - 1) + inner(k - 2)

    first = inner(n)
    saved = inner

    def inner(k):
        return 100

    return first, saved(n), inner(n)


def conditional(flag):
    if flag:
        def helper():
            return 1
    try:
        return helper()
    except UnboundLocalError as error:
        return str(error)


print(rounds(300), rounds(50), rounds(150), classes(300), lambdas(300), recursive(12))
print(conditional(True), conditional(False))
for i in range(300):
    def top(x):
        return x + i

    if i == 150:
        kept = top
print(top(1), kept(1), top is kept)
for i in range(3):
    if i == 1:
        def top(x):
            return "other"
    print(top(0))


def decorated(n):
    calls = []

    def register(f):
        calls.append(f)
        return f if len(calls) % 2 else (lambda: "replaced")

    out = []
    for i in range(n):
        @register
        def task():
            return i

        out.append(task())
    return out[:4], calls[0]()


print(decorated(300))

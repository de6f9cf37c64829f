# Cells of closures change type and are unbound while inner functions run in loops.
# wasm: yes


def counter(start, step):
    def bump():
        nonlocal start
        start = start + step
        return start

    def set_step(value):
        nonlocal step
        step = value

    return bump, set_step


def run(bump, n):
    x = None
    for _ in range(n):
        x = bump()
    return x


bump, set_step = counter(0, 1)
print(run(bump, 300))
for value in (0.5, 2 ** 62, -1, True):
    set_step(value)
    print(run(bump, 300))
bump, set_step = counter("", "ab")
print(run(bump, 3))
set_step(1)
try:
    run(bump, 1)
except TypeError as error:
    print(error)


def changing_inside(n):
    total = 0

    def add(x):
        nonlocal total
        total += x
        if total > 1000 and isinstance(total, int):
            total = 0.5

    for i in range(n):
        add(i)
    return total


def unbinding(n):
    value = 1

    def read():
        return value

    out = []
    for i in range(n):
        if i == n // 2:
            del value
        if i == n // 2 + 2:
            value = "again"
        try:
            out.append(read())
        except NameError as error:
            out.append(str(error))
    return out[n // 2 - 1:n // 2 + 3]


def loop_cell(n):
    def current():
        return i * 2

    total = 0
    for i in range(n):
        total += current()
    i = 0.25
    total += current()
    i = "s"
    return total, current()


def cell_function(n):
    def f(x):
        return x + 1

    def use(n):
        total = 0
        for i in range(n):
            total += f(i)
        return total

    results = [use(n)]
    f = lambda x: x * 0.5
    results.append(use(n))
    f = str
    try:
        use(n)
    except TypeError as error:
        results.append(str(error))
    return results


print(changing_inside(300), changing_inside(10), unbinding(300), loop_cell(300), cell_function(300))


def make(n):
    return [lambda x, k=k: x * k + n for k in range(3)]


functions = make(5)
print([f(2) for f in functions], [f(2) for f in make(0.5)], [f(2, "a") for f in make("b")])
cell = bump.__closure__
print(len(cell), [type(c.cell_contents).__name__ for c in cell])


def inner_cells():
    x = 1

    def f():
        return x + 1

    return f


f = inner_cells()
print(sum(f() for _ in range(300)))
f.__closure__[0].cell_contents = 0.5
print(sum(f() for _ in range(300)))
f.__closure__[0].cell_contents = "a"
try:
    f()
except TypeError as error:
    print(error)
del f.__closure__[0].cell_contents
try:
    f()
except NameError as error:
    print(error)

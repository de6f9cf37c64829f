# The loop variable after loops that ran, did not run, ended by break, or were left by an exception.
# wasm: yes


def after(items):
    for x in items:
        pass
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


def after_range(n):
    for i in range(n):
        i += 0
    try:
        return i
    except UnboundLocalError as error:
        return str(error)


def after_break(n, stop):
    for i in range(n):
        if i == stop:
            break
    else:
        i = "no break"
    return i


def keeps(n):
    i = "before"
    for i in range(n):
        pass
    return i


def after_exception(items, bad):
    x = y = None
    try:
        for i, x in enumerate(items):
            y = 100 / (x - bad)
    except (ZeroDivisionError, TypeError) as error:
        return i, x, y, type(error).__name__
    return i, x, y


def two_loops(n):
    for i in range(n):
        pass
    first = i
    for i in [0.5, "s"]:
        pass
    return first, i


def unpacking(pairs):
    a = b = 0
    try:
        for a, b in pairs:
            pass
    except (ValueError, TypeError) as error:
        return a, b, str(error)
    return a, b


for f in (after_range, keeps):
    print([f(n) for n in (300, 1, 0)])
print(after([1, 2.5]), after([]), after("xyz"), after({}), after(range(2 ** 70, 2 ** 70 + 2)))
print(after_break(300, 200), after_break(300, 300), after_break(0, 0), after_break(2 ** 70, 5))
print(after_exception(list(range(300)), 299), after_exception([1, 2, "a"], 7), after_exception([1, 2], 3.5))
print(two_loops(300), unpacking([(1, 2)] * 300), unpacking([(1, 2), (3,)]), unpacking([(1, 2), 5]), unpacking([(1, 2), "xy"]))
for module_variable in range(300):
    pass
print(module_variable)
for module_variable in []:
    pass
print(module_variable)
del module_variable
for module_variable in []:
    pass
print("module_variable" in globals())


def comprehension(n):
    i = "outer"
    squares = [i * i for i in range(n)]
    return i, squares[-1], {i: i for i in "ab"}, i


print(comprehension(300))


def closing(n):
    functions = []
    for i in range(n):
        functions.append(lambda: i)
    return [f() for f in functions[:2]], functions[-1]()


print(closing(300), closing(1))

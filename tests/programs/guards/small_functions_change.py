# Small functions whose code stands where they are called: they are rebound, get other code, other argument types.
# wasm: yes


def scale(x, y):
    return x * y + 1


def pick(flag, a, b):
    if flag:
        return a
    return b


def clamp(x, low, high):
    if x < low:
        x = low
    elif x > high:
        x = high
    return x


def count(n):
    total = 0
    while n:
        total += n
        n -= 1
    return total


def nothing(x):
    x


def unbound(flag):
    if flag:
        value = 1
    return value


def get(obj):
    return obj.field


def put(obj, value):
    obj.field = value


def shared(n):
    global state
    state = state + n
    return state


class Thing:
    def __init__(self, field):
        self.field = field

    def __del__(self):
        print("del", self.field)


def run(n):
    total = 0
    for i in range(n):
        total += scale(i, 2) + clamp(i, 2, 5) + count(i) + pick(i % 2, i, -i)
    return total, nothing(n), scale("ab", 2) if n > 100 else scale(1.5, n)


state = 10
print(run(10), run(3))
print(scale(2 ** 40, 2 ** 40), clamp(2 ** 70, 0, 2 ** 69), clamp(1.5, 1, 2), clamp("b", "a", "c"))
print(shared(5), shared(0.5), state)


def lifetimes():
    print(get(Thing("temporary")))
    thing = Thing("first")
    put(thing, "second")
    print(get(thing))
    thing = pick(True, Thing("third"), Thing("fourth"))
    print("picked", get(thing))


lifetimes()


def rebinding(n):
    global scale
    results = []
    for i in range(n):
        results.append(scale(i, 3))
        if i == 2:
            scale = lambda x, y: ("lambda", x, y)
        elif i == 4:
            scale = max
    return results


original = scale
print(rebinding(7))
scale = original
print(rebinding(2))


def other(x, y):
    return [x, y]


scale.__code__ = other.__code__
print(run.__name__, [scale(i, 1) for i in range(2)])


def scale(x, y=5, *rest):
    return x, y, rest


print(scale(1, 2), [scale(i, i) for i in range(2)])
scale = original
original.__defaults__ = (9,)
print(scale(1), scale(1, 2))
del scale
try:
    rebinding(1)
except NameError as error:
    print(error)
scale = None
try:
    rebinding(1)
except TypeError as error:
    print(error)


def places(error):
    result = []
    entry = error.__traceback__
    while entry is not None:
        result.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
        entry = entry.tb_next
    return result


def divide(a, b):
    c = a + 1
    return (
        c
        / b)


def item(sequence, i):
    return sequence[
        i]


def fail():
    raise ValueError


def outer(a, b):
    return divide(
        a, b)


def inner_handler(a, b):
    try:
        return divide(a, b)
    except ZeroDivisionError as error:
        return "handled", places(error)
    finally:
        print("finally")


def in_loop(values):
    result = []
    for v in values:
        try:
            result.append(divide(1, v) + item(values, v))
        except (ZeroDivisionError, IndexError) as error:
            result.append(places(error))
    return result


def in_generator(values):
    return sum(
        divide(1, v)
        for v in values)


def with_context():
    try:
        divide(1, 0)
    except ZeroDivisionError:
        fail()


def show(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error, places(error))
        if error.__context__ is not None:
            print("  context", places(error.__context__))


show(outer, 1, 2)
show(outer, 1, 0)
show(outer, 1, "a")
show(inner_handler, 1, 2)
show(inner_handler, 1, 0)
show(inner_handler, None, 0)
show(in_loop, [1, 0, 2, 7])
show(in_generator, [1, 2])
show(in_generator, [1, 0])
show(with_context)
show(unbound, True)
show(unbound, False)
show(lambda: unbound(False))


class Odd:
    def __init__(self, depth):
        self.depth = depth

    def __add__(self, other):
        return 0 if self.depth == 0 else plus(Odd(self.depth - 1), other)


def plus(a, b):
    return a + b


print(plus(Odd(60), 1), plus([1], [2]), plus("a", "b"))

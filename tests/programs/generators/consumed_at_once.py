# Generator expressions as the only argument of a built-in that consumes them: results, order of effects, tracebacks,
# and names that are not the built-ins after all.
import builtins
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("gone", self.name, end="; ")


def frames(error):
    entries = []
    entry = error.__traceback__
    while entry is not None:
        code = entry.tb_frame.f_code
        entries.append((code.co_name, code.co_qualname, entry.tb_lineno - error.__traceback__.tb_lineno,
                        code.co_varnames if code.co_argcount else ()))
        entry = entry.tb_next
    return entries


def all_of_them(xs):
    k = len(xs)
    return (
        tuple(x + k for x in xs), list(x * k for x in xs if x != 2), set(x % 3 for x in xs), any(x > 2 for x in xs),
        all(x > 2 for x in xs), sum(x * x for x in xs), "-".join(str(x) for x in xs),
    )


print(all_of_them([1, 2, 3, 4]), all_of_them(()), all_of_them(range(5)), all_of_them({7: 1, 5: 2}))
print(all_of_them([2 ** 60, 2 ** 62, 5]), all_of_them([1.5, 2, 3.25]), all_of_them([True, False]))


def nested(rows):
    return tuple(list(c * 2 for c in row) for row in rows), sum(sum(c for c in row) for row in rows), [
        any(c == d for d in (x for x in row)) for row in rows for c in range(3)
    ]


print(nested([[1, 2], [], [3]]))
print(tuple((x, y) for x in range(3) for y in range(x) if x != y), sum(x * y for x, y in zip(range(5), [1, 2, 3])))
print(sum(i * v for i, v in enumerate([3, 4, 5])), list(a + b for a, b in {"x": "y", "p": "q"}.items()))


# Sums of everything that can be added.
class Adding:
    def __init__(self, log):
        self.log = log

    def __add__(self, other):
        self.log.append(("add", other))
        return self

    def __radd__(self, other):
        self.log.append(("radd", other))
        return self


def total(xs):
    return sum(x for x in xs)


log = []
print(total([1, 2.5, 3]), total([0.1] * 10), total([1e100, 1.0, -1e100]), total([2 ** 62, 2 ** 62, 1]), total([1j, 2]))
print(total([2 ** 48 - 1] * 3), total([2 ** 63, -2 ** 63, 0.1, 0.2, 0.3]), total([True, True, 0.5]), total([0.1, 2 ** 80, 1]))
print(type(total([1, Adding(log), 3, 4.5])), log, total([float("inf"), 1.0, 2]), total([-0.0]))
for bad in (["a"], [1, None], [[]], [1.5, "x"], [1, 2 ** 100, ()]):
    try:
        total(bad)
    except TypeError as error:
        print(error, [name for name, *_ in frames(error)])


# What raises, and where it seems to be.
def failing(kind, xs):
    if kind == "tuple":
        return tuple(1 // x for x in xs)
    if kind == "set":
        return set([x] for x in xs)
    if kind == "join":
        return ",".join(x for x in xs)
    if kind == "any":
        return any(
            1 // x > 5
            for x in xs
        )
    if kind == "sum":
        return sum(int(x)
                   for x in xs)
    if kind == "iterable":
        return list(x for x in xs.items())
    if kind == "inner":
        return list(y for x in xs for y in x)
    return all(next(iter(())) for x in xs)


for kind, xs in (("tuple", [1, 0]), ("set", [1]), ("join", ["a", 1]), ("any", [9, 0]), ("sum", ["1", "x"]), ("iterable", 5),
                 ("inner", [[1], 2]), ("all", [1])):
    try:
        print(failing(kind, xs))
    except Exception as error:
        print(type(error).__name__, error, frames(error), type(error.__cause__), type(error.__context__))


def handled(xs):
    done = []
    try:
        done = [0]
        done = list(1 // (done.append(x) or x) for x in xs)
    except ZeroDivisionError as error:
        return done, error.__traceback__.tb_next.tb_frame.f_code.co_name, sys.exc_info()[1] is error
    finally:
        done.append("finally")
    return done


print(handled([1, 2]), handled([1, 0, 2]))
try:
    raise KeyError("outer")
except KeyError:
    try:
        tuple(1 // x for x in [0])
    except ZeroDivisionError as error:
        print(repr(error.__context__))


# Effects come in the order of the loop; any() and all() stop.
def noisy(xs):
    for x in xs:
        print("take", x, end="; ")
        yield x
    print("end", end="; ")


def say(x):
    print("say", x, end="; ")
    return x


print(list(say(x) for x in noisy([1, 2])), any(say(x) for x in noisy([0, 3, 4])), all(say(x) for x in noisy([1, 0, 4])))
print(set(say(x) for x in noisy("aab")) == {"a", "b"}, sum(say(x) for x in noisy([1, 2])))


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        if self.value is None:
            raise ValueError("no truth")
        print("bool", self.value, end="; ")
        return self.value


print(any(Truth(v) for v in [False, True, None]), all(Truth(v) for v in [True, False, None]), any(Truth(v) for v in []))
try:
    any(Truth(v) for v in [False, None])
except ValueError as error:
    print(error, [name for name, *_ in frames(error)])


# Objects live as long as they should.
def lives():
    xs = [Loud("a"), Loud("b"), Loud("c")]
    print(sum(1 for x in xs), any(x.name == "b" for x in xs))
    kept = tuple(x for x in xs if x.name != "a")
    xs.clear()
    print(kept)
    print(any(Loud(n) is None for n in "xy"))
    return list(Loud(n) for n in "pq")


print(lives())


# Closures, walrus, class bodies, lambdas, nested functions.
def closures(n):
    def inner():
        nonlocal n
        n += 1
        return n

    values = list(inner() + n for _ in range(3))
    made = tuple((lambda: x) for x in range(3))
    last = sum((y := x * 2) for x in range(4))
    return values, [f() for f in made], last, y, n


print(closures(10))


class Scope:
    base = 3
    taken = tuple(x for x in range(base))
    try:
        missing = list(base for x in range(2))
    except NameError as error:
        print(error)


print(Scope.taken)
print(tuple(name for name in ("module", "level")), x if "x" in globals() else "no x")


# A list that changes while it is gone through, and iterators that are shared.
def changing():
    xs = [1, 2, 3]
    grown = list((xs.append(x), x)[1] for x in xs if len(xs) < 8)
    it = iter(range(10))
    first = any(x == 3 for x in it)
    return xs, grown, first, list(it), tuple(x + next(it2) for it2 in [iter([1, 2, 3, 4])] for x in it2)


print(changing())


# Not the built-ins.
def later(xs):
    return sum(x for x in xs), tuple(x for x in xs), any(x for x in xs)


print(later([1, 2]))
kept = builtins.sum, builtins.any
builtins.sum = lambda g: ("mine", type(g).__name__, next(g), list(g))
print(later([1, 2]))
builtins.any = max
print(later([3, 4]))
builtins.sum, builtins.any = kept
print(later([5, 6]))


def rebinding(xs):
    def change():
        builtins.list = lambda g: ("changed", next(g))
        return xs

    try:
        return list(x for x in change()), list(x for x in xs)
    finally:
        builtins.list = original


original = list
print(rebinding([1, 2]))


def shadowed(tuple):
    return tuple(x for x in [1, 2])


print(shadowed(max), shadowed(lambda g: g.__name__))


# In generators and methods, and with more arguments, which makes it another call.
def yielding(n):
    for i in range(n):
        sent = yield tuple(i * j for j in range(n))
        if sent:
            yield sum(sent for _ in range(n))


g = yielding(3)
print(next(g), g.send(5), next(g), list(g))
print(sum((x for x in [1, 2]), 10), list(*[(x for x in "ab")]), "".join(reversed([c for c in "abc"])))


def deep(n):
    return n if n == 0 else sum(deep(n - 1) for _ in range(1)) + 1


print(deep(50))


def many():
    a = tuple(x for x in range(2)); b = list(x for x in a); c = sum(x for x in b); d = any(x for x in b)
    e = ",".join(str(x) for x in b); f = tuple(x for x in e); h = list(x for x in f); i = sum(int(x) for x in "12")
    j = tuple(x for x in range(i)); k = list(x for x in j)
    return a, b, c, d, e, f, h, i, j, k


print(many())

# list(), tuple(), enumerate() with a start, and min(), max() and sorted() of generator expressions.


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Shouting(list):
    def __iter__(self):
        return iter("iterated")


class Quiet(tuple):
    def __iter__(self):
        return iter("quietly")


def copies(xs):
    a = list(xs)
    b = tuple(xs)
    c = list(a)
    d = tuple(c)
    e = list(d)
    c.append(1)
    return a, b, c, d, e, a is xs, b is xs, tuple(d) is d


print(copies([1, 2]), copies((3,)), copies(()), copies("ab"), copies(range(3)), copies(Shouting([1])), copies(Quiet([1])))
print(copies({1: 2}), copies([[1]])[0][0] is copies([[1]])[1][0])


def numbers(a, b):
    x = list(range(a)), list(range(a, b)), list(range(b, a, -1)), list(range(a, b, 3)), list(range(b, a, -2))
    for part in x:
        part.append("end")
    return x


print(numbers(2, 7), numbers(0, 0), numbers(-3, 2), numbers(7, 2), numbers(True, 3))


def far(a, b):
    return list(range(a, b)), list(range(b, a, -1)), list(range(a, b, 3)), list(range(b, a, -2))


print(far(2 ** 62, 2 ** 62 + 2), far(-2 ** 48 - 1, -2 ** 48 + 1), far(2 ** 63, 2 ** 63 + 1), far(5, 9))
print(list(range(2 ** 63 - 2, 2 ** 63 - 1)), list(range(2 ** 63 - 1, 2 ** 63 - 3, -1)), list(range(Index(2))))
for bounds in ((2 ** 62,), (-2 ** 63, 2 ** 63 - 1), (-2 ** 63, 2 ** 63 - 1, 2 ** 20)):
    try:
        print(len(list(range(*bounds))))
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)


def huge(n):
    try:
        return list(range(n))
    except (MemoryError, OverflowError) as error:
        return type(error).__name__


print(huge(3), huge(2 ** 60), huge(-1), huge(2 ** 61))
for wrong in ("x", None, 1.5):
    try:
        huge(wrong)
    except TypeError as error:
        print(error)


def counted(xs):
    result = []
    for i, x in enumerate(xs, 1):
        result.append((i, x))
    for i, x in enumerate(xs, -2):
        result.append(i)
    for i, x in enumerate(xs, start=5):
        result.append(i)
    for i, x in enumerate(xs, 2 ** 47):
        result.append(i)
    for i, x in enumerate(enumerate(xs, 3), 2):
        result.append((i, x))
    return result


print(counted(["a", "b"]), counted(()), counted(range(2)), counted("z"))
e = enumerate([1, 2], 7)
print(next(e), list(e), type(e).__name__)
try:
    enumerate([1], "x")
except TypeError as error:
    print(error)


def extremes(xs):
    try:
        return min(x for x in xs), max(x for x in xs), sorted(-x for x in xs)
    except (ValueError, TypeError) as error:
        return type(error).__name__, str(error)


print(extremes([3, 1, 2]), extremes([2.5, 1, 3]), extremes([]), extremes((5,)), extremes([2 ** 70, -2 ** 70, 1]))
print(extremes([1, 1.0, True]), extremes(["a"]), extremes([1, "a"]), extremes([None]), extremes(range(4)))
nan = float("nan")
print(max(x for x in [1.0, nan, 2.0]), max(x for x in [nan, 1.0]), min(x for x in [nan, 1.0]), min(x for x in [3.0, nan, 1.0]))
print(max(len(w) for w in "a bb ccc".split()), min((len(w), w) for w in "aa b cc d".split()), sorted(w * 2 for w in "cab"))
print(min(x for x in []) if [] else "empty", max((x for x in []), default=4), sorted((x for x in "ba"), reverse=True))


class Ordered:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"O{self.n}"

    def __lt__(self, other):
        print(self.n, "<", other.n, end="; ")
        return self.n < other.n

    def __gt__(self, other):
        print(self.n, ">", other.n, end="; ")
        if self.n == 9:
            raise KeyError("nine")
        return [] if self.n <= other.n else [1]


class Ending(Ordered):
    def __del__(self):
        print("gone", self.n, end="; ")


def order(kind, ns):
    try:
        a = min(kind(n) for n in ns)
        print("|", a)
        b = max(kind(n) for n in ns)
        print("|", b)
        c = sorted(kind(n) for n in ns)
        print("|", c)
    except KeyError as error:
        entry = error.__traceback__
        while entry:
            print(entry.tb_frame.f_code.co_name, end=" ")
            entry = entry.tb_next
        print(error)


order(Ending, [2, 1, 3])
order(Ending, [1, 1])
order(Ordered, [1, 9, 2])
print()


def failing(xs):
    try:
        return max(1 // x for x in xs)
    except ZeroDivisionError as error:
        names = []
        entry = error.__traceback__
        while entry:
            names.append(entry.tb_frame.f_code.co_name)
            entry = entry.tb_next
        return names


print(failing([1, 0]), failing([-1, 1]))


def shadowed(max, sorted):
    return max(x for x in [1, 2]), sorted(x for x in [2, 1])


print(shadowed(list, tuple))
import builtins

real = builtins.max, builtins.list, builtins.sorted
builtins.max, builtins.list, builtins.sorted = min, tuple, real[1]
print(extremes([3, 1, 2]), huge(2))
builtins.max, builtins.list, builtins.sorted = real
print(extremes([3, 1, 2]), copies([1])[0], huge(2))

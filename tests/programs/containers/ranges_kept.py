# Ranges that are kept, handed on and gone through again; reversed ranges; sizes of sets; sums of lists nobody else has.


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name, end="; ")

    def __eq__(self, other):
        return self.name == other

    def __hash__(self):
        return hash(self.name)


def through(r):
    return [i for i in r], {i: -i for i in r}, sum(i for i in r), len({i % 3 for i in r})


for r in (range(5), range(0), range(3, 3), range(7, 2), range(2, 7), range(0, 10, 3), range(10, 0, -4), range(True, 4)):
    print(through(r))
print(through([3, 4]), through((5,)), through({1, 2}))
HUGE = 2 ** 62
print(through(range(HUGE, HUGE + 3)), through(range(-2 ** 48 - 1, -2 ** 48 + 2)), through(range(2 ** 47, 2 ** 47 + 2)))
print(through(range(2 ** 48 - 2, 2 ** 48 + 1)), [i for i in range(2 ** 100, 2 ** 100 + 2)])


def kept(n):
    r = range(n)
    t = tuple(r)
    total = 0
    for i in r:
        for j in r:
            if j > i:
                break
            total += t[j]
    return total, r, r is r, list(r) == [*r], r[1:], id(r) == id(r)


print(kept(4), kept(2))


def in_generator(n):
    r = range(n)
    yield r
    for i in r:
        yield i
    yield r


g = list(in_generator(3))
print(g, g[0] is g[-1])


def changing(r):
    seen = []
    for i in r:
        seen.append(i)
        if i == 1:
            r = range(50, 52)
    for i in r:
        seen.append(i)
    return seen


print(changing(range(3)), changing([0, 1]))


def backwards(n, m):
    result = [[i for i in reversed(range(n))], [i for i in reversed(range(n, m))]]
    for i in reversed(range(m, n, -1)):
        result.append(i)
    for i, j in zip(reversed(range(n)), range(m)):
        result.append((i, j))
    it = reversed(range(n))
    result.append((type(it).__name__, next(it, None), list(it), list(it)))
    for i in reversed(range(0, n, 2)):
        result.append(i)
    return result


print(backwards(3, 6), backwards(0, 0), backwards(-2, 1), backwards(5, 2))
for pair in ((2 ** 53 + 1, 2 ** 53 + 3), (2 ** 63, 2 ** 63 + 2), (-2 ** 63, -2 ** 63 + 2), (2 ** 63 - 2, 2 ** 63 - 1)):
    print([i for i in reversed(range(*pair))], [i for i in range(*pair)])


def extremes():
    count = 0
    for i in reversed(range(-2 ** 63, 2 ** 63 - 1)):
        count += 1
        if count == 3:
            return i


print(extremes(), list(reversed([1, 2])), [i for i in reversed({"a": 1, "b": 2})])


# Sets.
def sizes(xs):
    s = {x for x in xs}
    t = {x + 1 for x in xs}
    return len(s), len(t), len(s) == len(t), len({1, 2}), len(s | t), len(frozenset(s)), len({*xs})


print(sizes([1, 2, 2, 3]), sizes([]), sizes([1.0, 1, True]), sizes(range(100)), sizes([-1, -2, -1.0, 2 ** 61 - 2, -2 ** 61]))


class Sized(set):
    def __len__(self):
        return 99


def size(s):
    return len(s)


print(size({1}), size(Sized([1])), size(frozenset([1, 2])), size({1: 2}), size("abc"))


def mixed():
    s = set()
    for x in (1, 1.0, True, 0, False, -1, -2, 2 ** 48, "a", None, 2 ** 61 - 1, 0.5, (1,), -1.0):
        before = len(s)
        s.add(x)
        print(len(s) - before, end=" ")
    s.discard(1)
    s.remove(-2)
    s.update([1, 5, 9, 13, 17, 21, 25, 8, 16, 24, 32, 40])
    s.discard(9)
    s.add(33)
    s.add(9)
    return sorted(s, key=repr)


print(mixed())
print({i * 7919 % 101 for i in range(60)} == set(i * 7919 % 101 for i in range(60)), [x for x in {i * 17 % 64 for i in range(40)}])
print([x for x in {-i for i in range(20)}], [x for x in {1 << i for i in range(48)}])


def lives():
    s = {i for i in range(3)}
    s.add(Loud("a"))
    s.add(Loud("a"))
    print("|", len(s), "a" in s)
    t = {7}
    t |= s
    s.clear()
    print("s", len(t))
    u = {1}
    u.update(t)
    t &= {1, 2}
    print("t", t)
    u.symmetric_difference_update({1, 5})
    u.clear()
    print("u")
    v = {Loud("v"), 3}
    v ^= {3}
    v -= {4}
    v &= {"v"}
    print("v", len(v))
    w = set([Loud("w"), Loud("x")])
    w.intersection_update([])
    print("w", w)
    return {i for i in [Loud("y")]}


print(len(lives()))
s = {1, 2, 3}
it = iter(s)
next(it)
s.add(4)
try:
    next(it)
except RuntimeError as error:
    print(error)


# Lists that are added.
def added(a, i):
    b = a[i:] + a[:i]
    c = a + a
    d = a[:i] + b + c
    e = [i] * 2 + a[:1] + [i]
    f = a[:]
    g = f + [1]
    h = (f[:1] + f[1:]) + f
    return a, b, d, e, f, g, h


print(added([1, 2, 3, 4], 1), added([], 0), added([[1]], 5))


class Shared(list):
    def __getitem__(self, key):
        return shared


shared = [1]
print(added(Shared([7]), 1), shared)


class Adding:
    def __radd__(self, other):
        return "radd", other


class Summing(list):
    def __add__(self, other):
        return ("added", list(other))

    def __radd__(self, other):
        return ("radded", list(other))


def plus(a, other):
    try:
        return a[1:] + other
    except TypeError as error:
        return str(error)


kept = [0, 1, 2]
for other in ([5], (5,), "x", None, Adding(), kept, Shared([4]), Summing([5])):
    print(plus(kept, other))
print(kept)


def growing(n):
    a = list(range(n))
    for i in range(n):
        a[i:] = a[i + 1:] + a[i:i + 1]
    return a


print(growing(7))
x = [1, 2, 3]
same = id(x)
x = x + [4]
print(id(x) == same, x)

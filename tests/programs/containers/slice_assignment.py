# Assignment to slices of lists: lengths, errors, self-assignment, and what runs while items are replaced.


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Loud:
    """Says when it goes."""

    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("gone", self.name, end="; ")
        if self.action is not None:
            self.action()


class MyList(list):
    pass


def attempt(target, start, stop, step, value):
    try:
        target[start:stop:step] = value
        return repr(target)
    except Exception as error:
        return f"{type(error).__name__}: {error} {target}"


HUGE = 2 ** 70
bounds = [None, 0, 2, 4, 6, -1, -3, -8, HUGE, -HUGE, True, Index(1)]


# Without a step, against concatenation; every source type.
def check(source):
    count = 0
    for start in bounds:
        for stop in bounds:
            target = list(range(5))
            low, high, _ = slice(start, stop).indices(5)
            expected = target[:low] + list(source()) + target[max(low, high):]
            target[start:stop] = source()
            assert target == expected, (start, stop, target, expected)
            count += len(target)
    return count


print(check(lambda: [7, 8]), check(lambda: (7, 8, 9)), check(lambda: "ab"), check(lambda: []), check(lambda: range(3)))
print(check(lambda: {1: 2}), check(lambda: (i for i in "xyz")), check(lambda: MyList("pq")), check(lambda: b"\x01\x02"))

# With a step.
count = 0
for start in bounds:
    for stop in bounds:
        for step in (1, 2, 3, -1, -2, HUGE, -HUGE, Index(-3)):
            target = list(range(6))
            indices = list(range(*slice(start, stop, step).indices(6)))
            if step == 1:
                continue
            target[start:stop:step] = [100 + i for i in indices]
            assert target == [100 + i if i in indices else i for i in range(6)]
            count += len(indices)
print(count)

# Errors leave the list alone.
a = list(range(5))
print(attempt(a, None, None, 2, [1]))
print(attempt(a, None, None, -1, "abcdef"))
print(attempt(a, 3, 1, 2, [1]))
print(attempt(a, 1, 2, None, 5))
print(attempt(a, 1, 2, 2, 5))
print(attempt(a, 1, 2, 0, [5]))
print(attempt(a, "x", 2, None, [5]))
print(attempt(a, 1, 2.0, None, [5]))
print(attempt(a, 1, 2, None, None))
print(attempt((1, 2), 0, 1, None, [5]))
print(attempt("text", 0, 1, None, "x"))
print(attempt(range(3), 0, 1, None, [5]))
print(attempt({}, 0, 1, None, [5]))
print(attempt(None, 0, 1, None, [5]))


def failing():
    yield 1
    raise KeyError("inside")


print(attempt(a, 1, 2, None, failing()))
print(attempt(a, 1, 2, 2, failing()))
print(attempt(bytearray(b"hello"), 1, 3, None, b"XYZ"), attempt(bytearray(b"hello"), None, None, 2, b"XYZ"))
print(attempt(MyList("abc"), 0, 1, None, "xyz"), attempt(MyList("abc"), None, None, -1, "xyz"))



class Other(list):
    def __iter__(self):
        return iter("iterated")


class OtherTuple(tuple):
    def __iter__(self):
        return iter("iterated")


print(attempt([1, 2, 3], 1, 2, None, Other("ab")), attempt([1, 2, 3], 1, 2, None, OtherTuple("ab")))
print(attempt([1, 2, 3], 0, 2, 2, Other("a")), attempt([1, 2, 3], 0, 2, 2, OtherTuple("a")))

# The list itself.
a = list(range(5)); a[1:3] = a; print(a)
a = list(range(5)); a[:] = a; print(a)
a = list(range(5)); a[::-1] = a; print(a)
a = list(range(5)); a[2:] = a[:3]; print(a)
a = list(range(5)); a[:4] = a[3::-1]; print(a)
a = list(range(5)); a[::2] = a[:3]; print(a)
a = list(range(4)); a[len(a):] = a; print(a)
a = list(range(4)); a[:0] = a; print(a)
a = MyList(range(4)); a[1:2] = a; print(a)

# Growing and shrinking, many times over.
a = []
for i in range(200):
    a[len(a):] = [i]
    a[i // 2:i // 2] = (i, i)
print(len(a), sum(a))
for i in range(100):
    a[i:i + 4] = [i]
print(len(a), sum(a))
a[:] = []
print(a, a[:], a[::-1])

# Items that are replaced go when the list is whole again, the last first; equal lengths, shorter, longer.
def louds(names):
    return [Loud(name) for name in names]


for source in ([1, 2], [1], [1, 2, 3], ()):
    a = louds("abcd")
    a[1:3] = source
    print(a)
    del a
    print()
for step in (2, -1, -2):
    a = louds("abcd")
    a[::step] = range(len(a[::step]))
    print(a)
    del a
    print()

for start, stop, step in ((0, 4, 2), (None, None, -1), (None, None, -2), (1, 3, 1), (2, 3, None), (0, 4, 1)):
    a = louds("abcd")
    del a[start:stop:step]
    print(a)
    del a
    print()

# A finaliser that looks at the list, changes it, or replaces what it is assigned from.
a = [0, 1, 2, 3]
a[1] = Loud("look", lambda: print(a, end="; "))
a[1:3] = "xy"
print(a)
a[1] = Loud("clear", lambda: a.clear())
a[1:3] = "pq"
print(a)
a[:] = range(4)
a[2] = Loud("grow", lambda: a.extend("abcdefghijkl"))
a[1:3] = "pq"
print(a)
source = [5, 6]
a[:] = range(4)
a[2] = Loud("source", lambda: source.clear())
a[1:3] = source
print(a, source)
a[:] = range(4)
a[2] = Loud("assign", lambda: a.__setitem__(slice(0, 2), "mn"))
a[::2] = "ST"
print(a)
a[:] = range(3)
a[0] = Loud("all", lambda: print(a, end="; "))
a[:] = ()
print(a)


# Bounds and sources that change the list.
class Clearing:
    def __init__(self, target, value):
        self.target = target
        self.value = value

    def __index__(self):
        self.target.clear()
        return self.value


def emptying(target):
    target.clear()
    yield "e"


a = list(range(6))
a[Clearing(a, 2):4] = "xy"
print(a)
a = list(range(6))
a[1:Clearing(a, 4)] = "xy"
print(a)
a = list(range(6))
a[2:4] = emptying(a)
print(a)

# Prefixes reversed in place, as pancakes are flipped.
work = [4, 2, 1, 5, 3, 0]
flips = 0
while work[0]:
    work[:work[0] + 1] = work[work[0]::-1]
    flips += 1
print(work, flips)
queue = list("abcde")
for i in range(7):
    queue.insert(i % 4, queue.pop(0))
    queue[i % 3:] = queue[i % 3 + 1:] + queue[i % 3:i % 3 + 1]
print(queue)
words = [["n" + str(i)] for i in range(6)]
words[:4] = words[3::-1]
copy = words[:]
words[:] = copy[::-1]
print(words, copy, words[0] is copy[-1])

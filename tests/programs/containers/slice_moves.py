# Slices that go straight into a slice of a list, and list methods on what likely is a list.


class Loud:
    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("gone", self.name, end="; ")
        if self.action is not None:
            self.action()


class Stack(list):
    def pop(self, index=-1):
        return ("popped", list.pop(self, index))

    def insert(self, index, value):
        list.insert(self, index, [value])

    def reverse(self):
        list.sort(self, key=str)

    def append(self, value):
        list.append(self, ("pushed", value))

    def __getitem__(self, key):
        return ["got", repr(key)]

    def __setitem__(self, key, value):
        print("set", key, value)


def move(target, x, y, source, z, w):
    target[x:y] = source[z:w]
    return target


def flip(target, x, y, source, z, w):
    target[x:y] = source[z:w:-1]
    return target


def skip(target, x, y, source, z, w):
    target[x:y] = source[z:w:2]
    return target


def model(target, x, y, taken):
    low, high, _ = slice(x, y).indices(len(target))
    return target[:low] + taken + target[max(low, high):]


count = 0
numbers = [-9, -6, -5, -4, -2, -1, 0, 1, 2, 3, 5, 6, 9]
for x in numbers:
    for y in numbers:
        for z in numbers:
            for w in (-7, -3, -1, 0, 2, 4, 6, 8):
                for operation, step in ((move, 1), (flip, -1), (skip, 2)):
                    a = [0, 1, 2, 3, 4, 5]
                    b = ["a", "b", "c", "d", "e", "f"]
                    expected = model(a, x, y, list(a)[z:w:step])
                    assert operation(a, x, y, a, z, w) == expected, (operation, x, y, z, w)
                    a = [0, 1, 2, 3, 4, 5]
                    expected = model(a, x, y, list(b)[z:w:step])
                    assert operation(a, x, y, b, z, w) == expected, (operation, x, y, z, w)
                    count += len(a)
print(count)

HUGE = 2 ** 80
print(move([1, 2, 3], True, HUGE, [4, 5, 6], False, -HUGE), flip([1, 2, 3], None, 2, [4, 5, 6], None, 0))
print(move("abc" and [1, 2], 0, 1, "xyz", 0, 2), flip([1], 0, 0, (1, 2, 3), 2, None))
for arguments in ((["a"], 0, "x", ["b"], 0, 1), ((1, 2), 0, 1, [1], 0, 1), ([1], 0, 1, 5, 0, 1), ([1], 0, 1, [1], 0, 1.5)):
    for operation in (move, flip, skip):
        try:
            print(operation(*arguments))
        except TypeError as error:
            print("TypeError:", error)
move(Stack([1, 2]), 0, 1, [3], 0, 1)
flip([1], 0, 1, Stack([3]), 0, 1)
print(flip([1, 2], 0, 1, Stack([3]), 0, 1))


def whole(a):
    a[:] = a[::-1]
    a[1:] = a[:-1]
    a[:2] = a[-2:]
    a[len(a):] = a[:1]
    return a


print(whole([1, 2, 3, 4]), whole([]), whole([1]), whole([[1], [2]]))


# The right side is taken before anything on the left is computed.
def between():
    a = [1, 2, 3, 4]

    def change():
        a.reverse()
        return 2

    a[:change()] = a[1:3]
    print(a)
    a[:a.pop()] = a[::-1]
    print(a)
    n = [2]
    a[n[0] - 1:n[0] + 1] = a[:2]
    print(a)
    try:
        a[:n[5]] = a[::-1]
    except IndexError as error:
        print(error, a)
    a[:10 ** 20 * n[0] // n[0]] = a[::-1]
    print(a)


between()


# What the moved items replace is released last first, when the list is whole.
def releases():
    a = [Loud("a"), Loud("b"), Loud("c")]
    b = [1, 2, 3]
    a[:2] = b[1:]
    print(a)
    a[:] = b[::-1]
    print(a)
    a[1] = Loud("clear", lambda: (print(a), a.clear()))
    a[:2] = b[:2]
    print(a)
    a[:] = [Loud("x"), Loud("y")]
    a[:] = a[::-1]
    a[:1] = a[1:]
    print(a)
    a[:] = a[:0]
    print(a)


releases()


# The methods.
def methods(a, i, value):
    a.append(value)
    a.insert(i, value)
    first = a.pop(0)
    a.insert(-1, first)
    a.reverse()
    last = a.pop()
    a.insert(100, last)
    a.insert(-100, value)
    return a, first, last, a.pop(i), a.pop(-1)


print(methods([1, 2, 3], 1, 9), methods([], 0, None), methods([5], True, "x"), methods(list("ab"), -1, 2.5))
print(methods(Stack([3, 1, 2]), 0, 7).__class__)


class Index:
    def __init__(self, value, action=lambda: None):
        self.value, self.action = value, action

    def __index__(self):
        self.action()
        return self.value


def attempt(a, i):
    try:
        return a.pop(i), a
    except Exception as error:
        return type(error).__name__, str(error), a


shrinking = [1, 2, 3]
for a, i in (([], 0), ([1], 1), ([1], -2), ([1, 2], Index(1)), ([1], "0"), ([1], 1.0), ([1], 2 ** 70), ([1], -2 ** 70),
             (shrinking, Index(2, shrinking.clear)), ([1], None), ({1: 2}, 1), (set(), 1), (Stack([4]), 0)):
    print(attempt(a, i))


def inserting(a, i):
    try:
        print(a.insert(i, "v"), a)
    except Exception as error:
        print(type(error).__name__, error, a)


for i in (0, 1, 5, -1, -9, True, Index(1), 2 ** 70, -2 ** 70, "1", None, 0.0):
    inserting([1, 2, 3], i)


def wrong(a):
    for call in (lambda: a.pop(1, 2), lambda: a.insert(1), lambda: a.reverse(1), lambda: a.append(), lambda: a.pop(x=1)):
        try:
            call()
        except TypeError as error:
            print(error)


wrong([1])


def drain(a):
    total = 0
    while a:
        total = total * 3 + a.pop(0)
        if a:
            a.insert(len(a) // 2, a.pop())
            a.reverse()
    return total


print(drain(list(range(12))), drain([]))


def empty():
    return [].pop()


try:
    empty()
except IndexError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
big = list(range(100))
big.insert(3, big.pop(50))
big.insert(60, big.pop(0))
print(big)

# Reading slices of every kind of sequence: bounds of all kinds, with and without a step.


class Index:
    def __init__(self, value, log=None):
        self.value = value
        self.log = log

    def __index__(self):
        if self.log is not None:
            self.log.append(self.value)
        return self.value


class Keyed:
    """Shows the key that a class gets."""

    def __getitem__(self, key):
        return "get", key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


class MyList(list):
    pass


class LoudList(list):
    def __getitem__(self, key):
        return ("loud", type(key).__name__, list.__getitem__(self, key))

    def __setitem__(self, key, value):
        print("loud", key, value)
        list.__setitem__(self, key, value)


class MyTuple(tuple):
    pass


class MyStr(str):
    pass


class MyBytes(bytes):
    pass


def shown(action):
    try:
        return repr(action())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


HUGE = 2 ** 70
sequences = [
    [10, 11.5, "c", None, 14], (10, 11.5, "c", None, 14), "hello", "h\u00e9llo", "h\u20acl\U0001f600o", b"bytes",
    bytearray(b"array"), range(10, 20, 2), MyList("abcde"), MyTuple("abcde"), MyStr("abcde"), MyBytes(b"abcde"),
    [], (), "", b"",
]
bounds = [None, 0, 1, 3, 5, 7, -1, -4, -9, HUGE, -HUGE, True, False, Index(2), Index(-2)]


def read_all(s):
    parts = [s[:], s[::], s[::-1], s[1:], s[:-1], s[1:3], s[3:1], s[-2:], s[::2], s[1::2], s[::-2], s[4:0:-1], s[2::-1]]
    return parts


for s in sequences:
    print(type(s).__name__, read_all(s), [type(p).__name__ for p in read_all(s)[:2]])

# Each bound against a definition by indices.
total = 0
for s in sequences:
    items = list(s)
    for start in bounds:
        for stop in bounds:
            assert list(s[start:stop]) == [items[i] for i in range(*slice(start, stop).indices(len(items)))]
            for step in (None, 1, 2, -1, -3, True, HUGE, -HUGE, Index(-2)):
                expected = [items[i] for i in range(*slice(start, stop, step).indices(len(items)))]
                assert list(s[start:stop:step]) == expected, (s, start, stop, step)
                total += len(expected)
print(total)

# Identity: whole slices of immutable exact types are the object itself.
t, x, b = (1, 2), "ab\u20ac", b"xyz"
print(t[:] is t, t[0:2:1] is t, t[0:9] is t, t[::-1] is t, x[:] is x, b[:] is b, t[1:1] is t[2:])
m = MyTuple(t)
print(m[:] is m, type(m[:]).__name__)
data = [1, 2]
print(data[:] is data, data[:] == data)

# Errors, and the order in which bounds are asked.
text, numbers = "text", [1, 2, 3]
for s in (numbers, (1, 2), "st", b"st", bytearray(b"st"), range(3), MyList()):
    print(shown(lambda: s[::0]), shown(lambda: s["a":]), shown(lambda: s[:1.5]), shown(lambda: s[::"x"]))
print(shown(lambda: numbers[::Index(0)]), shown(lambda: numbers[Index("no"):]), shown(lambda: numbers[::False]))
log = []
print(numbers[Index(0, log):Index(2, log):Index(1, log)], log)
for other in (None, 5, 1.5, {}, {1: 2}, {1, 2}, len, iter(())):
    print(shown(lambda: other[1:2]), shown(lambda: other[::]))

# Classes see a slice object.
k = Keyed()
print(k[1:2], k[:], k[::], k[1:], k[:"x":None], k[1:2, 3], k[1:2, ::3], k[(1)], k[HUGE:Index(1).value:k is k])
k[1:2] = 3
k[::2] = [4]
k[1:2, :] = 5
del k[1:2]
print(LoudList("abc")[1:], LoudList("abc")[1])
loud = LoudList("abc")
loud[1:] = "xyz"
loud[:1] += (1, 2)
print(list(loud))
print(shown(lambda: list[1:2]), shown(lambda: Keyed[1:2]))


# Bounds that change the list.
class Changing:
    def __init__(self, target, value):
        self.target = target
        self.value = value

    def __index__(self):
        self.target.clear()
        self.target.extend("xy")
        return self.value


for bound in (0, 1, 5):
    numbers = list(range(10))
    print(numbers[Changing(numbers, bound):], numbers)
    numbers = list(range(10))
    print(numbers[:Changing(numbers, bound)], numbers)


# Augmented assignment: without a step two slice objects, with one a single object.
class Recorder:
    def __init__(self):
        self.keys = []

    def __getitem__(self, key):
        self.keys.append(key)
        return 1

    def __setitem__(self, key, value):
        self.keys.append(key)
        print("=", key, value)


r = Recorder()
r[1:2] += 1
print(r.keys[0] is r.keys[1], r.keys[0] == r.keys[1])
r = Recorder()
r[1:2:3] -= 1
print(r.keys[0] is r.keys[1])
numbers = [1, 2, 3]
numbers[1:] += [9]
numbers[::2] *= 1
print(numbers)


# Evaluation order.
def say(what, result):
    print(what, end=" ")
    return result


say("object", [1, 2, 3])[say("start", 0):say("stop", 2):say("step", 1)]
say("object", [1, 2, 3])[say("start", 0):say("stop", 2):say("step", 1)] = say("value", [5, 6])
say("object", [1, 2, 3])[say("start", 0):] += say("value", [5])
print()

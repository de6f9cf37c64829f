# Captured variables whose closures are mostly consumed where they stand: the closure is made in the end, because the
# built-in that consumes it means something else now and then, and must see what the variable holds then and later.
# wasm: yes
import builtins


class Thing:
    def __init__(self, name):
        self.name = name

    def __mul__(self, other):
        return other

    def __del__(self):
        print("del", self.name)


def rows(n):
    return [sum(i * j for j in range(3)) for i in range(n)]


def mixed(items):
    return [sum(x * k for k in range(3)) for x in items]


def longest(groups):
    return [max(len(g) + i for g in group) for i, group in enumerate(groups)]


def conditional(n):
    result = []
    for k in range(n):
        if k % 2:
            limit = k
        result.append(any(x > limit for x in range(5)))
    return result


def deleted(n):
    factor = 2
    result = [sum(factor * x for x in range(n))]
    del factor
    try:
        result.append(sum(factor * x for x in range(n)))
    except NameError as error:
        result.append(str(error))
    factor = 0.5
    result.append(sum(factor * x for x in range(n)))
    return result


def unset(flag):
    if flag:
        value = 3
    try:
        return sum(value for _ in range(2))
    except NameError as error:
        return str(error)


def changing(n):
    scale = 1
    totals = []
    for step in range(n):
        totals.append(sum(scale * x for x in range(4)))
        scale = scale * 1000003 if step < 4 else scale / 2 if step < 6 else str(step)
        if isinstance(scale, str):
            break
    return totals, scale


def objects(names):
    for name in names:
        thing = Thing(name)
        print(sum(thing * x for x in range(3)))
        thing = None
        print("after", name)


kept = []


def keeping_sum(iterable):
    kept.append(iterable)
    return -1


def nested(n):
    return [[sum(a * b + c for c in range(2)) for b in range(n)] for a in range(n)]


def raising(items):
    place = 0
    try:
        for place in items:
            print(sum(1 // (place - x) for x in range(3)))
    except ZeroDivisionError:
        print("stopped at", place)


print(rows(4), mixed([1, 2.5, True, 10**20, 3]))
print(longest([["a", "bb"], ["ccc"], [[], [1, 2]]]))
try:
    conditional(3)
except NameError as error:
    print(error)
print(deleted(4), unset(True), unset(False), changing(9))
objects("ab")
print(nested(3))
raising([5, 4, 7, 1, 9])

# A name that means something else in the middle.
calls = 0


def counting_sum(iterable):
    global calls, sum
    calls += 1
    if calls == 3:
        del globals()["sum"]
    return -builtins.sum(iterable)


sum = counting_sum
print(rows(6), calls)
print(rows(2))
sum = keeping_sum
print(rows(3))
# All generators of one comprehension share its variable, which keeps its last value.
print([list(generator) for generator in kept])
kept.clear()
print(nested(2), [list(generator) for generator in kept])
kept.clear()
objects("c")
try:
    print([list(generator) for generator in kept])
except TypeError as error:
    print(error)
kept.clear()
del sum
print(rows(3))


# Rebound by the loop that it is used in.
class Switch:
    def __init__(self, at):
        self.at = at

    def __rmul__(self, other):
        global sum
        if self.at == 0:
            sum = keeping_sum
        self.at -= 1
        return 1


print(mixed([1, 2, 3]))
switch = Switch(4)
print([sum(i * switch for _ in range(2)) for i in range(4)])
print([list(generator) for generator in kept])

# Classes with __iter__, __next__, __getitem__, __len__ of their own in loops that have seen lists.
# wasm: yes


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Sequence:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10

    def __len__(self):
        return self.n


class Failing:
    def __iter__(self):
        yield 1
        yield 2
        raise ValueError("broken iterator")


class NotIterator:
    def __iter__(self):
        return 5


def total(items):
    result = 0
    for x in items:
        result += x
    return result


def pairs(items):
    out = []
    for i, x in enumerate(items):
        out.append((i, x))
    return out[-1:]


def length(items, n):
    result = 0
    for _ in range(n):
        result += len(items)
    return result


print(total(list(range(300))), pairs([1, 2]), length([1, 2], 300))
print(total(Countdown(300)), total(Sequence(300)), pairs(Countdown(3)), pairs(Sequence(4)), length(Sequence(7), 300))
for bad in (Failing(), NotIterator(), 5, None, Countdown):
    try:
        print(total(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for value in (-1, 2.5, "3", 2 ** 70, True, None):
    Sequence.__len__ = lambda self: value
    try:
        print(length(Sequence(1), 3))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
Countdown.__next__ = lambda self: 1 / 0
try:
    total(Countdown(3))
except ZeroDivisionError as error:
    print(error)
del Countdown.__next__
try:
    total(Countdown(3))
except TypeError as error:
    print(error)


def next_of(self):
    self.n -= 1
    if self.n < 0:
        raise StopIteration("value")
    if self.n == 100:
        Countdown.__next__ = lambda self: next_of(self) + 0.5
    return self.n


Countdown.__next__ = next_of
print(total(Countdown(300)))
Countdown.__iter__ = lambda self: iter([1.5, 2])
print(total(Countdown(300)), [*Countdown(1)], sum(Countdown(1)))
Sequence.__iter__ = None
try:
    total(Sequence(2))
except TypeError as error:
    print(error)


class Both:
    def __iter__(self):
        return iter("ab")

    def __getitem__(self, i):
        return "from getitem"

    def __contains__(self, x):
        return x == 9


print(list(Both()), 9 in Both(), "a" in Both(), Both()[0], list(reversed([1, 2])))

# Iterators of itertools that are used while they run, their arguments, and what islice reads of its input.
# wasm: yes
import operator
import sys
import _weakref as weakref
from itertools import (accumulate, batched, chain, compress, count, cycle, dropwhile, filterfalse, groupby, islice,
                       pairwise, repeat, starmap, takewhile, tee, zip_longest)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# islice reads up to its start even where it gives nothing.
for bounds in [(3, 3), (0, 0), (2, 5), (2, 5, 2), (3, None), (1, 8, 3), (5, 2), (None, 4), (0,), (4,), (None,), (2, 20)]:
    source = iter(range(10))
    print(bounds, list(islice(source, *bounds)), next(source, "end"))
source = iter(range(10))
print(next(islice(source, 4, 4), None), next(source))
sliced = islice(range(10), 2)
print(next(sliced), next(sliced), next(sliced, None), next(sliced, None))
for bounds in [(-1,), ("a",), (0, -1), (0, 5, 0), (0, 5, -1), (-1, 5), (), (1, 2, 3, 4), (2**70,), (0, sys.maxsize, sys.maxsize // 2 + 1)]:
    attempt(lambda: list(islice([1, 2, 3], *bounds)))


class Reentrant:
    """Runs something at one of its steps."""

    def __init__(self, step, action):
        self.step, self.action, self.at = step, action, 0

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at == self.step:
            print("inner", self.action())
        if self.at > 6:
            raise StopIteration
        return [self.at]


for step in range(1, 8):
    made = pairwise(Reentrant(step, lambda: next(made, None)))
    print(step, list(made))
for step in (1, 3):
    made = chain(Reentrant(step, lambda: next(made, None)), [1])
    print(list(made))
    made = accumulate(Reentrant(step, lambda: next(made, None)))
    print(list(made))
    made = islice(Reentrant(step, lambda: next(made, None)), 5)
    print(list(made))
    made = cycle(Reentrant(step, lambda: next(made, None)))
    print(list(islice(made, 9)))
a, b = tee(Reentrant(2, lambda: attempt(next, b)))
print(list(a), list(b))


class Adding:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if self.value == 1:
            print("inner", next(total).value)
        return Adding(self.value + other.value)


total = accumulate(map(Adding, range(1, 6)))
print([item.value for item in total])


class Key:
    entered = False

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        if not Key.entered:
            Key.entered = True
            print("inner", next(groups, None) is None)
        return self.value == other.value


groups = groupby(range(6), lambda x: Key(x // 3))
for key, group in groups:
    print(key.value, list(group))

# Keywords are for an __init__ or __new__ of a derived class.
for kind, args in [(filter, (None, [0, 1])), (filterfalse, (None, [0, 1])), (chain, ([1, 2], [3])), (map, (str, [1, 2])),
                   (starmap, (operator.pow, ((2, 3), (3, 2)))), (islice, ([1, 2, 3, 4], 1, 3)),
                   (takewhile, (bool, [2, 0])), (dropwhile, (bool, [2, 0])), (cycle, ([1, 2],)), (reversed, ((1, 2),)),
                   (tuple, ([1, 2],)), (list, ([1, 2],))]:
    class Derived(kind):
        pass

    class WithInit(kind):
        def __init__(self, *args, newarg=None):
            if kind is list:
                super().__init__(*args)
            self.newarg = newarg

    class WithNew(kind):
        def __new__(cls, *args, newarg=None):
            self = super().__new__(cls, *args)
            self.newarg = newarg
            return self

    print(kind.__name__, list(islice(Derived(*args), 3)), WithInit(*args, newarg=3).newarg, WithNew(*args, newarg=4).newarg)
    attempt(Derived, *args, newarg=3)
    attempt(kind, *args, newarg=3)

attempt(float, x=1)
attempt(takewhile, bool)
attempt(starmap, bool, [], [])
attempt(cycle)
attempt(pairwise, [], [])
attempt(pairwise)
print(chain[int], weakref.ref(a)() is a)

print(repr(operator.itemgetter(1)), repr(operator.itemgetter(1, "x")), repr(operator.attrgetter("a", "b.c")))
print(repr(operator.methodcaller("m", 1, x=2)), repr(operator.methodcaller("m")))
attempt(operator.itemgetter(1))
attempt(operator.itemgetter(1), [1, 2], 3)
attempt(operator.itemgetter(1), [1, 2], key=3)
attempt(operator.attrgetter("real"), obj=3)
attempt(operator.methodcaller("m"), 1, x=3)
attempt(operator.methodcaller)
attempt(operator.attrgetter, 5)
print(operator.itemgetter(1).__reduce__(), operator.attrgetter("a", "b").__reduce__())
print(operator.methodcaller("split", ",").__reduce__())
caller, arguments = operator.methodcaller("split", ",", maxsplit=1).__reduce__()
print(caller.args, caller.keywords, arguments, caller(*arguments)("a,b,c"))
source = iter("abcd")
print(operator.indexOf(source, "b"), next(source))
attempt(operator.indexOf, "abc", "x")

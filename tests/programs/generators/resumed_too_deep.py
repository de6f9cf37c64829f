# wasm: yes
# A generator that is resumed where the recursion limit is reached ends, and lets go of what it held.
import sys


class Held:
    def __init__(self, name):
        self.name = name


def items(held):
    kept = [held]
    yield kept
    yield kept


def delegating(held):
    yield from items(held)


def deep(n, resume, generator):
    if n == 0:
        return resume(generator)
    return deep(n - 1, resume, generator)


def by_for(generator):
    for item in generator:
        return item


def attempt(make, resume):
    for n in range(20, 200):
        generator = make(Held(make.__name__))
        next(generator)
        try:
            deep(n, resume, generator)
        except RecursionError as error:
            break
        generator = None
    print(next(generator, "finished"))


sys.setrecursionlimit(150)
attempt(items, next)
attempt(items, by_for)
attempt(delegating, next)

# Functions that are only seen to be called with floats are called by name with other things.
# wasm: yes

import sys


def by_name(name):
    """The function in a way that no analysis follows."""
    return getattr(sys.modules[__name__], name)



def polynomial(x):
    return x * x * 2.0 - x + 1.0


def total(x, n):
    result = x
    for i in range(n):
        result = result + x
        x = x * 0.5
    return result


def compare(a, b):
    if a < b:
        return "less"
    if a == b:
        return "same"
    return "more" if a > b else "none"


def negate(x):
    return -x


class Odd(float):
    def __mul__(self, other):
        return "times"

    def __add__(self, other):
        return "plus"

    def __lt__(self, other):
        return True

    def __neg__(self):
        return "minus"


hot = 0.0
for i in range(300):
    hot += polynomial(i * 0.5) + total(i * 0.25, 3) + negate(0.5)
    compare(i * 0.5, 70.0)
print(hot, polynomial(2.5), total(1.5, 10), compare(1.0, 2.0), compare(2.0, 2.0), compare(float("nan"), 1.0))
values = [3, True, 2 ** 48, 2 ** 60, -2 ** 70, Odd(1.5), "ab", None, [1], 1j, (1, 2)]
for name, arguments in [("polynomial", ()), ("total", (3,)), ("compare", (2.5,)), ("negate", ())]:
    for value in values:
        try:
            print(name, repr(by_name(name)(value, *arguments)))
        except TypeError as error:
            print(name, error)
print(by_name("compare")(2 ** 53 + 1, 2.0 ** 53), by_name("compare")(2 ** 53, 2.0 ** 53))


class Holder:
    def __init__(self, x):
        self.x = x

    def step(self):
        self.x = self.x * 0.5 + 1.0
        return self.x


def run(holder, n):
    for _ in range(n):
        holder.step()
    return holder.x


holder = Holder(8.0)
print(run(holder, 300))
for value in values:
    setattr(holder, "".join(["x"]), value)
    try:
        print(repr(run(holder, 2)))
    except TypeError as error:
        print(error)

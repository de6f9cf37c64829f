# Functions that are only seen to be called with ints are called by name with other things.
# wasm: yes

import sys


def by_name(name):
    """The function in a way that no analysis follows."""
    return getattr(sys.modules[__name__], name)



def arithmetic(a, b):
    return a + b, a - b, a * b, a // b, a % b


def bits(a, b):
    return a & b, a | b, a ^ b, a << 2, a >> 1


def compare(a, b):
    return a < b, a <= b, a == b, a != b, a > b, a >= b


def count(n):
    total = 0
    i = 0
    while i < n:
        total += i
        i += 1
    return total


def negate(a):
    return -a


class Odd(int):
    def __add__(self, other):
        return "plus"

    def __and__(self, other):
        return "and"

    def __lt__(self, other):
        return "less"

    def __gt__(self, other):
        return False

    def __neg__(self):
        return "minus"


for i in range(300):
    arithmetic(i, 7)
    bits(i, 5)
    compare(i, 150)
    negate(i)
    count(i)
print(arithmetic(9, 4), bits(9, 4), compare(9, 4), count(300), negate(5))
values = [2.5, True, 2 ** 48, -2 ** 60, 2 ** 70, Odd(6), "ab", None, [1], -0.0, float("nan"), {1}]
for name, arguments in [("arithmetic", (3,)), ("bits", (3,)), ("compare", (3,)), ("count", ()), ("negate", ())]:
    for value in values:
        if name == "count" and value in (2 ** 48, 2 ** 70):
            continue
        try:
            print(name, by_name(name)(value, *arguments))
        except TypeError as error:
            print(name, error)
        if len(arguments) == 1:
            try:
                print(name, by_name(name)(3, value))
            except (TypeError, ZeroDivisionError) as error:
                print(name, error)

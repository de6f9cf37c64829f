# Functions that are only seen to be called with bools are called by name with other things.
# wasm: yes

import sys


def by_name(name):
    """The function in a way that no analysis follows."""
    return getattr(sys.modules[__name__], name)



def logic(a, b):
    c = a & b
    d = a | b
    e = a ^ b
    return c, d, e, not a, a == b, a != b


def choose(flag, n):
    total = 0
    for i in range(n):
        if flag:
            total += 1
        else:
            total += 10
        flag = not flag
    return total, flag


def invert(flag):
    return not flag


def add(flag, n):
    return flag + n, flag * n, -flag, flag < n


class State:
    def __init__(self):
        self.on = True
        self.off = False

    def toggle(self):
        self.on = not self.on
        return self.on & True, self.on | self.off


for i in range(300):
    logic(i % 2 == 0, i % 3 == 0)
    choose(i % 2 == 0, 4)
    invert(i > 5)
    add(i > 5, i)
print(logic(True, False), choose(True, 5), invert(False), add(True, 3))
values = [1, 0, 2, 2.5, 0.0, "", "a", None, [], [0], 2 ** 70]
for name, arguments in [("logic", (True,)), ("choose", (3,)), ("invert", ()), ("add", (2,))]:
    for value in values:
        try:
            print(name, by_name(name)(value, *arguments))
        except TypeError as error:
            print(name, error)
state = State()
print([state.toggle() for _ in range(300)][-1])
for value in values:
    for name in ("on", "off"):
        setattr(state, "".join(["o", name[1:]]), value)
        try:
            print(state.toggle())
        except TypeError as error:
            print(error)
    state = State()

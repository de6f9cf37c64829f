# wasm: yes
# Iterators of all kinds in for loops over several lines.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise ArithmeticError("below zero")
        return self.n


class Sequence:
    def __getitem__(self, index):
        if index == 2:
            raise RuntimeError("no third")
        return index


class NoIterator:
    def __iter__(self):
        return 5


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def loop():
    for n in Countdown(2):
        pass


def over_lines():
    for a, b in zip(
        Countdown(3),
        Sequence(),
    ):
        pass


def not_iterator():
    for n in NoIterator():
        pass


def changing_size():
    d = {1: 1}
    for key in d:
        d[key + 1] = 1


def loop_else():
    for n in range(2):
        pass
    else:
        n.missing


def unpacking_loop():
    for a, *b in [[1], []]:
        pass


def while_loop():
    n = 3
    while 6 / n:
        n -= 1


functions = [loop, over_lines, not_iterator, changing_size, loop_else, unpacking_loop, while_loop]
raise ExceptionGroup("iterators", [attempt(f) for f in functions])

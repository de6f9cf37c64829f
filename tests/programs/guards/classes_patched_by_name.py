# wasm: yes
"""Classes whose calls compiled code carries out itself change in ways that only show at run time."""


class Made:
    def __init__(self, left, right):
        self.left = left
        self.right = right


class Wider:
    def __init__(self, left, right):
        self.third = right
        self.right = left
        self.left = right


def make(left, right):
    return Made(left, right)


def shown(item):
    return type(item).__name__, list(vars(item).items()) if hasattr(item, "__dict__") else item


def reversed_init(self, left, right):
    self.right, self.left = left, right


init, new = "__in" + "it__", "__ne" + "w__"
print(shown(make(1, 2)), shown(make(3, 4)))
original = getattr(Made, init)
setattr(Made, init, reversed_init)
print(shown(make(5, 6)), shown(make(7, 8)))
setattr(Made, init, original)
print(shown(make(9, 10)), shown(make(11, 12)))
setattr(Made, new, lambda kind, left, right: (left, right))
print(shown(make(13, 14)), shown(make(15, 16)))
delattr(Made, new)
setattr(Made, new, lambda kind, *rest: object.__new__(kind))
print(shown(make(17, 18)), shown(make(19, 20)))
space = globals()
kept = space["Made"]
space["Made"] = Wider
print(shown(make(21, 22)), shown(make(23, 24)))
space["Made"] = lambda left, right: [left, right]
print(make(25, 26))
space["Made"] = kept
print(shown(make(27, 28)))

# super() in hot methods while bases and their methods change.
# wasm: yes


class Root:
    def __init__(self, x):
        self.x = x

    def value(self):
        return self.x


class Left(Root):
    def value(self):
        return super().value() + 1


class Right(Root):
    def value(self):
        return super().value() * 2


class Both(Left, Right):
    def __init__(self, x):
        super().__init__(x + 1)

    def value(self):
        return super().value()


def hot(kind, n):
    total = 0
    for i in range(n):
        total += kind(i).value()
    return total


print(hot(Root, 300), hot(Left, 300), hot(Right, 300), hot(Both, 300))
Root.value = lambda self: 0.5
print(hot(Left, 300), hot(Both, 300))
keep = Right.value
del Right.value
print(hot(Right, 300), hot(Both, 300))
Right.value = lambda self: 10
print(hot(Left, 300), hot(Both, 300))
Right.value = keep
Root.__init__ = lambda self, x: setattr(self, "x", -x)
Root.value = lambda self: self.x
print(hot(Both, 300))
Both.__bases__ = (Right, Left)
print(hot(Both, 300), [k.__name__ for k in Both.__mro__])
Both.__bases__ = (Root,)
print(hot(Both, 300))


class Alone(Root):
    def value(self):
        return super().missing() if self.x == -100 else super().value()


try:
    hot(Alone, 300)
except AttributeError as error:
    print(error)
Root.missing = lambda self: 1000
print(hot(Alone, 300))


def borrowed(self):
    return super(Left, self).value()


Alone.value = borrowed
try:
    hot(Alone, 1)
except TypeError as error:
    print(error)
other = Left(5)
other.__class__ = Right
print(other.value())
super = lambda *arguments: Root(7)
print(hot(Left, 10), hot(Right, 10))
del super
print(hot(Left, 10), hot(Right, 10))

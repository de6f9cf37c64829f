import sys

x = 1
y = 2


class Lazy(type(sys)):
    @property
    def late(self):
        return "late"

    @property
    def x(self):
        return "hidden x"

    @x.setter
    def x(self, item):
        print("setting", item)


def own():
    return x, y


def install():
    sys.modules[__name__].__class__ = Lazy

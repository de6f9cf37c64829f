# A class that a loop instantiates is rebound: to another class, a function, an instance.
# wasm: yes


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def length(self):
        return self.x * self.x + self.y * self.y


def hot(n):
    total = 0
    for i in range(n):
        p = Point(i, i + 1)
        total += p.length() + p.x
    return total


Original = Point
print(hot(300))


class Point:
    def __init__(self, x, y):
        self.y = float(x)
        self.x = float(y)

    def length(self):
        return self.y - self.x


print(hot(300))


def Point(x, y):
    return Original(y, x) if x % 2 else Other(x)


class Other:
    x = 100

    def __init__(self, x):
        self.z = x

    def length(self):
        return -self.z


print(hot(300))


class Factory:
    def __call__(self, x, y):
        return Original(0.5, x)


Point = Factory()
print(hot(300))
Point = Original
print(hot(300))
Original.__init__ = lambda self, x, y: setattr(self, "x", 1) or setattr(self, "y", 2)
print(hot(300))

# Attributes of a class with __slots__ are deleted and set again with other types.
# wasm: yes


class Vector:
    __slots__ = ("x", "y", "_z")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def dot(self, other):
        return self.x * other.x + self.y * other.y


class Wide(Vector):
    def __init__(self, x, y):
        super().__init__(x, y)
        self.more = x


def hot(v, w, n):
    total = 0
    for _ in range(n):
        total += v.dot(w)
    return total


def changing(v, w, n):
    total = 0
    missing = 0
    for i in range(n):
        if i % 60 == 5:
            del v.x
        elif i % 60 == 15:
            v.x = i * 0.5
        elif i % 60 == 35:
            v.x = 2 ** 50
        elif i % 60 == 45:
            v.x = True
        try:
            total += v.dot(w)
        except AttributeError as error:
            if missing == 0:
                print(error)
            missing += 1
    return total, missing


v, w = Vector(1, 2), Vector(3, 4)
print(hot(v, w, 300))
print(changing(v, w, 300))
print(hot(Wide(1, 2), w, 300), Wide(1, 2).__dict__)
for name in ("z", "__dict__"):
    try:
        print(getattr(v, name))
    except AttributeError as error:
        print(error)
try:
    v.other = 1
except AttributeError as error:
    print(error)
try:
    print(v._z)
except AttributeError as error:
    print(error)
slot = Vector.x
Vector.x = property(lambda self: 1000)
print(hot(v, w, 300))
Vector.x = slot
print(hot(v, w, 300))
Vector.x = 5
print(hot(v, w, 300))
try:
    v.x = 3
except AttributeError as error:
    print(error)

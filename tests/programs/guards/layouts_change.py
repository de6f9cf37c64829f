# Attributes of objects whose class was tested once: the class, the object or the attribute changes in between.
# wasm: yes
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def total(self):
        return self.x + self.y + self.x * self.y


class Other:
    def __init__(self):
        self.y = 7.5
        self.x = 1.25


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def read(p):
    return p.x + p.y + p.x


def write(p, n):
    p.x = n
    p.y = n + 1.0
    p.x += p.y
    return p.x, p.y


points = [Point(float(i), 2.0) for i in range(5)]
for _ in range(3):
    print([read(p) for p in points], [p.total() for p in points])
print(write(points[0], 3.0), write(points[1], 4))

# Another class with the same names in another order, a slotted one, a subclass, no such class at all.
print(read(Other()), write(Other(), 2.0), read(Slotted(1.0, 2.0)), write(Slotted(1.0, 2.0), 5.0))


class Sub(Point):
    @property
    def x(self):
        return 100.0

    @x.setter
    def x(self, value):
        print("set", value)


print(read(Sub(1.0, 2.0)), write(Sub(1.0, 2.0), 3.0))
for odd in (None, 5, "text", Point):
    try:
        print(read(odd))
    except AttributeError as error:
        print(error)

# The attribute is deleted, set again, or holds another kind of value.
p = points[2]
del p.x
try:
    read(p)
except AttributeError as error:
    print(error)
p.x = 9.0
print(read(p), p.__dict__)
p.x = "text"
try:
    read(p)
except TypeError as error:
    print(error)
p.x = 2 ** 70
print(read(p), write(p, 1.0))
print(vars(points[3]), read(points[3]), write(points[3], 1.5))


class Loud:
    def __del__(self):
        print("end of a Loud")


q = Point(Loud(), 1.0)
print(write(q, 1.0))


# The class changes between two reads of one function: through a call, an operator, an iterator, the end of an object.
def change_by_call(p, f):
    a = p.x
    f()
    return a, p.x


def shadow():
    Point.x = property(lambda self: "shadowed", lambda self, value: print("setter", value))


def unshadow():
    del Point.x


print(change_by_call(points[4], shadow), read(Point(1.0, 2.0)) if False else "")
print(write(points[4], "s") if False else change_by_call(points[4], unshadow))


class Trap:
    def __add__(self, other):
        shadow()
        return other

    def __iter__(self):
        shadow()
        return iter([1, 2])

    def __bool__(self):
        shadow()
        return True

    def __del__(self):
        shadow()


def change_by_operator(p, t):
    a = p.x
    t + 1
    return a, p.x


def change_by_truth(p, t):
    a = p.x
    if t:
        return a, p.x
    return None


def change_by_iteration(p, t):
    a = p.x
    out = []
    for i in t:
        out.append((a, p.x))
    return out


def change_by_end(p):
    t = Trap()
    a = p.x
    t = None
    b = p.x
    return a, b


def change_by_item(p, items):
    a = p.x
    items[0] = None
    return a, p.x


def change_by_tuple(p):
    pair = (Trap(), 1)
    a = p.x
    pair = 0
    return a, p.x


def change_by_attribute(p, holder):
    a = p.x
    holder.y = 1.0
    return a, p.x


quiet = Trap()
p = points[0]
for change, arguments in (
    (change_by_operator, (quiet,)), (change_by_truth, (quiet,)), (change_by_iteration, (quiet,)), (change_by_end, ()),
    (change_by_item, ([Trap()],)), (change_by_tuple, ()), (change_by_attribute, (Point(1.0, Trap()),)),
):
    print(change.__name__, change(p, *arguments))
    unshadow()
del change, arguments, quiet
unshadow()


# The object gets another class, or its attributes move into a dict, in between.
class Twin:
    def __init__(self):
        self.x = 1.0
        self.y = 2.0

    def __getattr__(self, name):
        return "from __getattr__"


def change_class(p, f):
    a = p.x, p.y
    f(p)
    return a, p.x, p.y


def become_twin(p):
    p.__class__ = Twin


def move_to_dict(p):
    p.__dict__["x"] = "in the dict"


def replace_dict(p):
    p.__dict__ = {"y": "another dict"}


p = Point(3.0, 4.0)
print(change_class(p, become_twin))
print(change_class(Point(3.0, 4.0), move_to_dict))
try:
    print(change_class(Point(3.0, 4.0), replace_dict))
except AttributeError as error:
    print(error)


# Many classes by one function, in turn.
kinds = []
for n in range(20):
    class Kind:
        def __init__(self, v):
            self.z = 0.0
            self.x = v
            self.y = v
    kinds.append(Kind)
print(sum(read(kind(float(i))) for i, kind in enumerate(kinds * 3)))


# Class attributes of the same name, numbers too.
class Default:
    x = 1.0
    limit = 10

    def __init__(self):
        self.y = 2.0

    def get(self):
        return self.x + self.y + self.limit

    def set(self):
        self.x = 5.0
        self.limit = self.limit + 1
        return self.x + self.limit


d = Default()
print(d.get(), d.set(), d.get(), d.set(), Default().get(), d.__dict__)
Default.limit = 20.5
print(Default().get(), d.get())
del d.x
print(d.get(), d.set())


def is_none(p):
    if p.x > 0 and p is not None:
        return p.y
    return None


print([is_none(Point(float(i), i)) for i in range(-1, 2)])

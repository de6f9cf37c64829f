# wasm: yes
"""Instances that compiled code makes, initialises and ends by itself, and what keeps it from doing so."""
import gc


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def total(self):
        return self.left + self.right


def make(kind, a, b):
    return kind(a, b)


def make_pair(a, b):
    return Pair(a, b)


def shown(item):
    return type(item).__name__, sorted(vars(item).items()) if hasattr(item, "__dict__") else None


print(make_pair(1, 2).total(), [make_pair(i, -i).total() for i in range(3)])


# Another class behind the same name, with more attributes, in another order.
class Other:
    extra = 5

    def __init__(self, left, right):
        self.right = right
        self.left = left
        self.third = left


Plain = Pair
for kind in (Other, Plain, Other, Plain):
    Pair = kind
    item = make_pair(1, 2)
    print(type(item).__name__, list(vars(item)), item.left, item.right)


# Another initialiser, one that returns something, and none.
def reverse(self, left, right):
    self.left, self.right = right, left


original = Plain.__init__
Plain.__init__ = reverse
print(shown(make_pair(1, 2)))
Plain.__init__ = lambda self, left, right: left
try:
    make_pair(3, 4)
except TypeError as error:
    print(error)
print(shown(make_pair(None, 4)))
Plain.__init__ = original
print(shown(make_pair(5, 6)))
del Plain.__init__
try:
    make_pair(1, 2)
except TypeError as error:
    print(error)
Plain.__init__ = original
print(shown(make_pair(7, 8)))

# __new__ that makes something else.
Plain.__new__ = lambda kind, left, right: (left, right)
print(make_pair(1, 2))
del Plain.__new__


# A metaclass, and a class that becomes abstract.
class Meta(type):
    def __call__(cls, *args):
        return "called", args


class Late:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def make_late(a, b):
    return Late(a, b)


Early = Late
print(shown(make_late(1, 2)), shown(make_late(3, 4)))
Late = Meta("Late", (), {"__init__": Early.__init__})
print(make_late(5, 6))
Late = Early
print(shown(make_late(7, 8)))
Late.__abstractmethods__ = {"a"}
try:
    make_late(9, 10)
except TypeError as error:
    print(error)
Late.__abstractmethods__ = set()
print(shown(make_late(11, 12)))


# Attributes that turn into something else while instances are being made.
class Changing:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def make_changing(a, b):
    return Changing(a, b)


print(shown(make_changing(1, 2)))
Changing.b = property(lambda self: "property", lambda self, value: print("set b to", value))
item = make_changing(3, 4)
print(item.a, item.b, list(vars(item)))
del Changing.b
Changing.__setattr__ = lambda self, name, value: object.__setattr__(self, name, (name, value))
print(shown(make_changing(5, 6)))
del Changing.__setattr__
print(shown(make_changing(7, 8)))


# Initialisers that run again, delete, or find attributes there already.
class Twice:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def make_twice(a, b):
    return Twice(a, b)


item = make_twice(1, 2)
item.__init__(3, 4)
print(shown(item))
del item.a
item.__init__(5, 6)
print(list(vars(item)), item.a, item.b)
item = Twice.__new__(Twice)
item.z = 0
item.b = 1
item.__init__(7, 8)
print(list(vars(item)))
item.__dict__ = {"b": "b"}
item.__init__(9, 10)
print(list(vars(item)), item.a, item.b)


class Base:
    def __init__(self, a):
        self.a = a
        self.b = a


class Derived(Base):
    def __init__(self, a):
        self.c = a
        Base.__init__(self, a)
        self.d = a


print(list(vars(Derived(1))), list(vars(Base(1))))


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


def make_slotted(a, b):
    return Slotted(a, b)


print([(s.a, s.b) for s in [make_slotted(i, i) for i in range(3)]])


class Wide:
    def __init__(self, n):
        self.a = n
        self.b = n
        self.c = n
        self.d = n
        self.e = n
        self.f = n
        self.g = n
        self.h = n
        self.i = n
        self.j = n
        self.k = n
        self.l = n


print(sum(sum(vars(Wide(i)).values()) for i in range(300)))


class Some:
    def __init__(self, n):
        if n & 1:
            self.a = n
        if n & 2:
            self.b = n
        if n & 4:
            self.c = n


def some():
    items = [Some(n) for n in range(8)]
    for item in items[::2]:
        del item
    return [list(vars(item)) for item in items], [list(vars(Some(n))) for n in range(8)]


print(some())


# Errors in an initialiser that stands in the place of its call.
class Failing:
    def __init__(self, n):
        self.one = n
        self.two = 10 // n
        self.three = self.one + self.two


def failing(n):
    try:
        return Failing(n).three
    except (ZeroDivisionError, TypeError) as error:
        trace = error.__traceback__
        lines = []
        while trace:
            lines.append((trace.tb_frame.f_code.co_name if hasattr(trace, "tb_frame") else "", trace.tb_lineno))
            trace = trace.tb_next
        return str(error), [line for _, line in lines]


print(failing(2), failing(0), failing("a"), failing(5))


# The ends of instances: order, finalisers that bring them back, weak references, chains.
class Noisy:
    def __init__(self, name, *fields):
        self.name = name
        self.first = fields[0] if fields else None
        self.last = fields[1] if len(fields) > 1 else None

    def __del__(self):
        print("end of", self.name)


class Quiet:
    def __init__(self, first, last):
        self.first = first
        self.last = last


def ends():
    Quiet(Noisy("a"), Noisy("b"))
    Noisy("c", Noisy("d"), Noisy("e"))
    Quiet(Quiet(Noisy("f"), Noisy("g")), Quiet(Noisy("h"), None))
    item = Quiet(None, Noisy("i"))
    item.last.again = Noisy("i too")
    del item
    print("ended")


ends()
kept = []


class Back:
    def __init__(self, last):
        self.first = None
        self.last = last

    def __del__(self):
        kept.append(self)


def back():
    Quiet(1, Back(Noisy("j")))
    print(len(kept), kept[0].last.name)
    kept.clear()


back()


def chain(field, length):
    head = None
    for _ in range(length):
        head = Quiet(head, None) if field == "first" else Quiet(None, head)
    return head


def chains():
    chain("first", 200_000)
    chain("last", 200_000)
    head = chain("last", 1000)
    head.first = chain("first", 1000)
    count = 0
    at = head
    while at is not None:
        count += 1
        at = at.last
    return count


print(chains())


def temporary():
    class LocalMeta(type):
        def __del__(cls):
            print("class gone")

    class Local(metaclass=LocalMeta):
        def __init__(self, a, b):
            self.a = a
            self.b = b

    return Local(1, Noisy("field"))


def ended():
    item = temporary()
    gc.collect()
    print(item.a)
    del item
    gc.collect()


ended()


# Attributes that are looked at while what holds them changes.
class Node:
    def __init__(self, value, link):
        self.value = value
        self.link = link

    def is_last(self):
        return self.link is None

    def cut(self):
        self.link = None
        return self


def looks(node):
    link = node.link
    node.cut()
    return link is None, link.value, link.is_last(), node.is_last()


def passes(node):
    count = 0
    while node.link is not None:
        node = node.link
        count += node.value
    return count


print(looks(Node(1, Node(2, None))), looks(Node(1, Node(2, Node(3, None)))))
print(passes(Node(1, Node(2, Node(3, None)))))
Node.is_last = lambda self: "replaced"
print(looks(Node(1, Node(2, None))))
item = Node(1, Node(2, None))
item.is_last = lambda: "hidden"
item.link.is_last = lambda: "hidden, too"
print(looks(item))

# x.__class__ = C where instances of C are larger than x: states as classes, while methods of C are running on others.
# wasm: yes
import gc


class Connection:
    def __init__(self):
        self.name = "c"
        self.new_state(Closed)
        self.after = 1

    def new_state(self, state):
        self.__class__ = state


class Closed(Connection):
    def open(self):
        self.handle = 5
        self.when = 6
        self.who = self.count = 7
        self.new_state(Open)
        return self.handle + self.count


class Open(Connection):
    def read(self):
        self.buffer = "x"
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = 4
        return self.handle + self.h

    def close(self):
        self.new_state(Closed)
        return self.count


def cycle(n):
    connection = Connection()
    total = 0
    for _ in range(n):
        total += connection.open() + connection.read() + connection.close() + connection.after
    return total, vars(connection)


print(cycle(1))
print(cycle(200))


class Small:
    def __init__(self):
        self.x = 1.5


class Large:
    def __init__(self, x):
        self.x = x
        self.y = x * 2
        self.z = self.y + 1
        self.p = self.q = self.r = self.s = self.t = 0.25
        self.name = "large"

    def sum(self):
        return self.x + self.y + self.z + self.p + self.t

    def grow(self, n, victim):
        """The class loses its slots in the middle."""
        total = 0.0
        for i in range(n):
            self.x += 0.5
            self.y = self.x + self.p
            if i == n // 2:
                victim.__class__ = Large
            total += self.x + self.y + self.z
            self.z = total
        return total

    def name_again(self):
        self.extra = self.name
        return self.extra


class Larger(Large):
    def __init__(self, x):
        super().__init__(x)
        self.more = 3.5

    def all(self):
        return self.sum() + self.more


class Cat:
    pass


def sums(objects, n):
    total = 0.0
    for _ in range(n):
        for o in objects:
            total += o.sum() + o.x
    return total


large = [Large(float(i)) for i in range(3)]
larger = Larger(1.0)
large[1].undeclared = "dict"
print(large[2].__dict__)
print(sums(large + [larger], 50))
small = Small()
first = large[0]
print(first.grow(20, small), vars(first))
print(type(small).__name__, small.x, vars(small))
try:
    print(small.sum())
except AttributeError as error:
    print(error)
print([vars(o) for o in large], vars(larger))
print(sums(large + [larger], 50), larger.all(), first.name_again())
print(first.grow(20, Small()), larger.grow(20, Small()))
for o in large:
    del o.p
    o.p = "text"
    o.fresh = [o.x]
print(vars(large[1]))
another = Large(2.0)
print(another.sum(), list(vars(another)))


class Later(Large):
    def __init__(self):
        Large.__init__(self, 1.0)
        self.later = 1

    def all(self):
        return self.sum() + self.later


later = Later()
print(later.all(), vars(later))
small.__class__ = Later
small.later = 5
print(vars(small), small.later)
small.__class__ = Small
large[0].__class__ = Small
print(small.x, large[0].x, vars(large[0]).keys())
large[0].__class__ = Large
print(large[0].name_again())
try:
    Cat().__class__ = type("Slots", (), {"__slots__": ("a",)})
except TypeError as error:
    print(error)


class Failed(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Worse(Failed):
    def __init__(self, code):
        super().__init__(code)
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = code


failed = Failed(3)
failed.__class__ = Worse
failed.g = 5
print(repr(failed), failed.g, Worse(4).g, vars(failed))


class Ending:
    def __del__(self):
        self.__class__ = Worse if False else Bigger
        print("ended", type(self).__name__)


class Bigger:
    def fill(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = 1


Ending()
bigger = Bigger()
bigger.fill()
print(vars(bigger))
gc.collect()

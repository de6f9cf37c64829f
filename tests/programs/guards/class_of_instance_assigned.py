# x.__class__ = … in loops that read attributes and call methods of x.
# wasm: yes


class Cat:
    legs = 4

    def __init__(self):
        self.age = 1

    def speak(self):
        return self.age + 1


class Robot:
    legs = 2.5

    def __init__(self):
        self.battery = 9
        self.age = 0.5

    def speak(self):
        return self.age * 100

    @property
    def level(self):
        return self.age


def hot(x, n):
    total = 0
    for _ in range(n):
        total += x.speak() + x.legs + x.age
    return total


def changing(x, n):
    total = 0
    for i in range(n):
        if i == n // 2:
            x.__class__ = Robot
        total += x.speak() + x.legs + x.age
    return total


cat = Cat()
print(hot(cat, 300), hot(Robot(), 300))
print(changing(cat, 300), type(cat).__name__, isinstance(cat, Cat), cat.level)
print(hot(cat, 300))
cat.__class__ = Cat
print(hot(cat, 300), hasattr(cat, "level"))


class Slotted:
    __slots__ = ("age",)


for kind in (int, Slotted, list):
    try:
        cat.__class__ = kind
    except TypeError as error:
        print(error)
try:
    cat.__class__ = 3
except TypeError as error:
    print(error)


class Swapping:
    def speak(self):
        self.__class__ = Swapped
        return 1

    legs = age = 0


class Swapped:
    def speak(self):
        self.__class__ = Swapping
        return 1000

    legs = age = 0.5


print(hot(Swapping(), 300))

# Class attributes read through instances and classes change value, type and place.
# wasm: yes


class Config:
    scale = 2
    offset = 1

    def apply(self, x):
        return x * self.scale + Config.offset


class Special(Config):
    pass


def hot(c, n):
    total = 0
    for i in range(n):
        total += c.apply(i)
    return total


def changing(c, n):
    total = 0
    for i in range(n):
        if i == 100:
            Config.scale = 0.5
        elif i == 200:
            type(c).offset = 2 ** 62
        elif i == 250:
            c.scale = 0
        total += c.apply(i)
    return total


c, s = Config(), Special()
print(hot(c, 300), hot(s, 300))
print(changing(s, 300), Config.offset, Special.offset, Config.scale)
print(hot(c, 300), hot(s, 300))
del s.scale
Special.scale = 10
print(hot(c, 300), hot(s, 300))
c.scale = 100
print(hot(c, 300), hot(s, 300))
Config.scale = "a"
print(hot(s, 300))
try:
    hot(Config(), 300)
except TypeError as error:
    print(error)
del Special.scale, Special.offset
try:
    hot(s, 300)
except TypeError as error:
    print(error)
del Config.scale
try:
    hot(s, 300)
except AttributeError as error:
    print(error)
Config.scale = property(lambda self: 3)
print(hot(s, 300), c.__dict__, hot(c, 300))
Config.scale = True
print(hot(s, 300), hot(c, 300))


class Counter:
    count = 0

    def __init__(self):
        Counter.count += 1
        self.number = self.count
        self.count = self.count + 1


print([Counter().number for _ in range(300)][-1], Counter.count)
Counter.count = 0.5
print(Counter().number, Counter.count)


class Meta(type):
    @property
    def limit(cls):
        return 7

    shared = 1


class WithMeta(metaclass=Meta):
    pass


def class_reads(n):
    total = 0
    for i in range(n):
        total += WithMeta.limit + WithMeta.shared
    return total


print(class_reads(300))
WithMeta.shared = 10
print(class_reads(300))
Meta.shared = property(lambda cls: 0.5)
print(class_reads(300))
Meta.limit = 1
print(class_reads(300))
WithMeta.limit = 2
print(class_reads(300))
del WithMeta.limit, Meta.limit
try:
    class_reads(300)
except AttributeError as error:
    print(error)

# wasm: yes
# staticmethod and classmethod: binding, inheritance, alternative constructors.
class Date:
    count = 0
    def __init__(self, y, m):
        self.y, self.m = y, m
        type(self).count += 1
    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))
    @staticmethod
    def valid(text):
        return text.count("-") == 1
    @classmethod
    def name(cls, suffix=""):
        return cls.__name__ + suffix
    def __repr__(self):
        return f"{type(self).__name__}({self.y}, {self.m})"
class Better(Date):
    count = 100
    @classmethod
    def name(cls, suffix=""):
        return "better " + super().name(suffix)
    @staticmethod
    def valid(text):
        return Date.valid(text) and text[0] == "2"
print(Date.parse("2024-5"), Better.parse("2024-6"), Date.count, Better.count)
print(Date.valid("a-b"), Better.valid("a-b"), Date(1, 2).valid("x"), Better(1, 2).name("!"), Date.name(), Date(1, 1).name())
f = Better.parse
print(f("1-1"), f.__self__ is Better, f.__func__ is Date.parse.__func__, type(Date.__dict__["valid"]).__name__, type(Date.__dict__["parse"]).__name__)
class Singleton:
    instance = None
    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
print(Singleton() is Singleton())
class Weird:
    def __new__(cls, *args):
        return 5 if args else super().__new__(cls)
    def __init__(self, *args):
        print("init", args)
print(Weird(1), isinstance(Weird(), Weird))
class Later: pass
Later.f = staticmethod(lambda x: x * 2)
Later.g = classmethod(lambda cls: cls.__name__)
Later.h = lambda self: self.__class__.__name__
print(Later.f(4), Later().f(5), Later.g(), Later().g(), Later().h())
Singleton.instance = None

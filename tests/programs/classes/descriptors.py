# Descriptors written in Python: data, non-data, __set_name__, on the class.
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        del obj.__dict__[self.name]
class Person:
    name = Typed(str)
    age = Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age
p = Person("Bob", 5)
print(p.name, p.age, p.__dict__, Person.name.kind)
try:
    p.age = "old"
except TypeError as error:
    print(error)
del p.age
print(p.age)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner):
        if obj is None: return "on class " + owner.__name__
        print("computing")
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value
class Data:
    @Lazy
    def total(self): return sum(range(10))
d = Data()
print(d.total, d.total, Data.total)
class Method:
    def __get__(self, obj, owner): return lambda *a: (obj is not None, owner.__name__, a)
class UsesMethod:
    m = Method()
print(UsesMethod().m(1), UsesMethod.m(2))
class NoGet:
    def __set__(self, obj, value): print("no get set", value)
class N:
    x = NoGet()
n = N()
n.x = 1
print(type(n.x).__name__, n.__dict__)
def function(self, a): return self, a
bound = function.__get__(5)
print(bound(6), function.__get__(None, int) is function)

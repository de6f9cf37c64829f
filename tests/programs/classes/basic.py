# wasm: yes
# Classes: instances, attributes, methods, class attributes and shadowing.
class Dog:
    """A dog."""
    kind = "canine"
    tricks = []
    def __init__(self, name):
        self.name = name
    def speak(self, times=1):
        return f"{self.name} says " + "woof " * times
    def add(self, trick):
        self.tricks.append(trick)
a, b = Dog("Rex"), Dog("Ada")
print(a.speak(), b.speak(times=2), Dog.speak(a, 1), a.kind, Dog.kind)
a.add("roll"); b.add("sit")
print(a.tricks is b.tricks, Dog.tricks)
a.kind = "wolf"
print(a.kind, b.kind, Dog.kind)
Dog.kind = "dog"
print(a.kind, b.kind)
del a.kind
print(a.kind, a.__dict__, Dog.__name__, Dog.__doc__, Dog.__module__, a.__class__ is Dog, type(a) is Dog, isinstance(a, Dog), type(Dog))
print(Dog, hasattr(a, "name"), hasattr(a, "nope"), getattr(a, "name"), getattr(a, "nope", "default"))
setattr(a, "age", 3); print(a.age, sorted(a.__dict__)); delattr(a, "age")
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: a.age)
attempt(lambda: Dog.age)
attempt(lambda: Dog())
attempt(lambda: a())
attempt(lambda: a + b)
attempt(lambda: a < b)
attempt(lambda: len(a))
attempt(lambda: a[0])
attempt(lambda: [x for x in a])
attempt(lambda: -a)
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: getattr(a, 5))
attempt(lambda: Dog.__init__())
attempt(lambda: 1 in a)
print(a == a, a == b, a != b, hash(a) == hash(a), bool(a), repr(a).startswith("<__main__.Dog object at 0x"))
class Empty: pass
e = Empty(); e.x = 1; e.x += 1; print(e.x, vars(e), Empty.__bases__, Empty.__dict__["__module__"])

# wasm: yes
# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class Lazy:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith("auto_"):
            value = name[5:]
            setattr(self, name, value)
            print("computed", name)
            return value
        raise AttributeError(f"no {name}")
l = Lazy()
print(l.real, l.auto_x, l.auto_x, hasattr(l, "zzz"), hasattr(l, "auto_q"), getattr(l, "zzz", "default"))
try:
    l.zzz
except AttributeError as error:
    print(error)
class Guard:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
g = Guard()
g.x = 1
g.x += 1
del g.x
try:
    del g.x
except AttributeError as error:
    print(error)
class Spy:
    y = "class y"
    def __getattribute__(self, name):
        print("get", name, end=" ")
        return object.__getattribute__(self, name)
    def method(self): return "m"
s = Spy()
s.x = 5
print(s.x, s.y, s.method())
try:
    s.nope
except AttributeError as error:
    print(error)
class Both:
    def __getattribute__(self, name):
        raise AttributeError("always")
    def __getattr__(self, name):
        return "fallback " + name
print(Both().anything)
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, name): return getattr(self._t, name)
    def __setattr__(self, name, value): setattr(self._t, name, value)
p = Proxy(Lazy())
p.real = 7
print(p.real, p._t.real, p.__class__.__name__)
class Frozen:
    def __init__(self, v): self.__dict__["v"] = v
    def __setattr__(self, name, value): raise TypeError("frozen")
f = Frozen(3)
try:
    f.v = 4
except TypeError as error:
    print(error, f.v)
class RaisesOther:
    def __getattr__(self, name): raise KeyError(name)
try:
    hasattr(RaisesOther(), "x")
except KeyError as error:
    print("KeyError", error)

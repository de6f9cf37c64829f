# wasm: yes
# getattr, setattr, hasattr, delattr, vars, dir with computed names.
class C:
    base = "class"
c = C()
for i, name in enumerate(["alpha", "beta", "gamma"]):
    setattr(c, name, i)
print([getattr(c, n) for n in ("gamma", "alpha")], hasattr(c, "beta"), vars(c), c.beta)
setattr(c, "not an identifier", 5)
print(getattr(c, "not an identifier"), c.__dict__)
delattr(c, "beta")
print(hasattr(c, "beta"), getattr(c, "beta", None), sorted(vars(c)))
c.__dict__["direct"] = 9
del c.__dict__["alpha"]
print(c.direct, hasattr(c, "alpha"))
c.__dict__ = {"fresh": 1}
print(c.fresh, hasattr(c, "direct"), c.base)
c.__dict__.update(a=1, b=2)
print(sorted(c.__dict__.items()), len(vars(c)), "a" in vars(c))
setattr(C, "base", "changed"); setattr(C, "m", lambda self, x: (self.fresh, x))
print(c.base, c.m(5), getattr(c, "m")(6), getattr(C, "m")(c, 7))
print([n for n in dir(c) if not n.startswith("__")])
for action in (lambda: getattr(c, "zz"), lambda: getattr(c, 5), lambda: setattr(c, 5, 1), lambda: delattr(c, "zz"), lambda: hasattr(c, 5), lambda: setattr(c), lambda: vars(5), lambda: setattr(c, "__dict__", 5)):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
def method(self): return "attached " + str(self.fresh)
c.attached = method
try:
    c.attached()
except TypeError as error:
    print(error)
print(c.attached(c))
o = type("O", (), {})()
o.x = o.y = 1
print(o.__dict__)
d = c.__dict__
c.later = 1
print(d["later"], d is c.__dict__)
for i in range(40):
    setattr(c, f"attr{i}", i)
print(sum(getattr(c, f"attr{i}") for i in range(40)), len(c.__dict__))

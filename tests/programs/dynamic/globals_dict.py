# globals(): reading, writing, deleting, functions through it.
x = 1
def f(): return x
g = globals()
g["x"] = 2
print(x, f(), g["f"](), "undefined" in g)
g["y"] = "created"
print(y)
del g["y"]
try:
    y
except NameError as error:
    print(error)
g["f"] = lambda: "replaced"
print(f())
for name in ("a1", "a2", "a3"):
    g[name] = name.upper()
print(a1, a2, a3)
def inner():
    globals()["from_function"] = 5
    local = 1
    return "local" in globals(), sorted(locals().items())
print(inner(), from_function)
g.update({"x": 10, "len": lambda v: "my len"})
print(x, len("abc"))
g.pop("len")
print(len("abc"), g.get("nope", "default"), g.setdefault("z", 26), z)
x = 11
print(g["x"], [k for k in g if k.startswith("a") and len(k) == 2])
table = {n: v for n, v in g.items() if n in ("a1", "x")}
print(table)
print(g["__name__"], type(g).__name__)
def counter():
    globals()["count"] = globals().get("count", 0) + 1
for _ in range(3): counter()
print(count)
print = lambda *a: g["out"].append(a)
out = []
print("captured", 1)
del print
print(out)

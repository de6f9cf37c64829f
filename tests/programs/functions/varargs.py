# wasm: yes
# *args and **kwargs in definitions and calls.
def f(*args, **kwargs):
    return args, kwargs
print(f(), f(1), f(1, 2, x=3), f(*[1, 2], 3, *(4,), **{"a": 1}, b=2, **{"c": 3}))
def g(a, *rest, k=0, **kw):
    return a, rest, k, kw
print(g(1), g(1, 2, 3), g(1, k=5, z=6), g(*"abc", **{"k": 1}), g(*range(3)), g(**{"a": 1, "other": 2}))
def change(*args, **kwargs):
    kwargs["new"] = 1
    return args, kwargs
source = {"old": 0}
print(change(*[1], **source), source)
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
attempt(lambda: f(**{"a": 1}, a=2))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: g())
attempt(lambda: g(1, a=2))
attempt(lambda: g(*[], **{"a": 1}))
attempt(lambda: f(*[1], **None))
def forward(fn, *a, **k):
    return fn(*a, **k)
print(forward(f, 1, x=2), forward(g, 1, 2, k=3), forward(max, 3, 9, 4), forward(sorted, [3, 1, 2], reverse=True), forward(dict, a=1))
def kwonly_after(*args, sep="-", end=""):
    return sep.join(map(str, args)) + end
print(kwonly_after(1, 2, 3), kwonly_after("a", "b", sep="+", end="!"))
print((lambda *a, **k: (a, k))(1, b=2), (lambda a, *b: b)(1, 2, 3))
class Mapping:
    def keys(self):
        return ["p", "q"]
    def __getitem__(self, key):
        return key * 2
print(f(**Mapping()))

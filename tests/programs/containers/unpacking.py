# wasm: yes
# Unpacking and star targets, with their errors.
a, b = 1, 2
a, b = b, a
(c, d), [e, *f] = (3, 4), "xyz"
*g, h = range(4)
i, *j, k = [1, 2]
[l] = "q"
m, (n, (o, *p)), q = 1, (2, (3, 4, 5)), 6
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
x = y = z = [0]
x.append(1); print(y, z is x)
data = [0, 0, 0]
idx = 0
idx, data[idx] = 2, "set"
print(idx, data)
for key, (lo, *rest) in {"r": (1, 2, 3), "s": (4,)}.items():
    print(key, lo, rest)
first, *_ = "only"
print(first, _, *[1, 2], *"ab", [*range(2), 9, *()], {*"a"}, (*[1], *(2,)))
class Box:
    pass
box = Box()
box.a, box.b = 5, 6
[data[0], box.c] = 7, 8
print(box.a, box.b, box.c, data)
def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ":", error)
def too_few():
    a, b, c = 1, 2
def too_many():
    a, b = [1, 2, 3]
def star_few():
    a, b, *c = (1,)
def not_iterable():
    a, b = 5
def star_none():
    print(*None)
def dict_none():
    print(**5)
def string():
    a, b = "abc"
def nested():
    (a, b), c = 1, 2
def generator():
    a, b = (i for i in range(3))
for f in (too_few, too_many, star_few, not_iterable, star_none, dict_none, string, nested, generator):
    attempt(f)
a, b = {"k1": 1, "k2": 2}
print(a, b)
a, b, c = range(3)
print(a, b, c, (lambda *t: t)(*range(2), 5, *"z"))

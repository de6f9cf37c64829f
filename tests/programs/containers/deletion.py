# wasm: yes
# del of names, items, slices, attributes.
x = 1
del x
try:
    x
except NameError as error:
    print(error)
def f():
    y = 1
    del y
    try:
        y
    except UnboundLocalError as error:
        print(error)
    y = 2
    print(y)
f()
d = {"a": 1, "b": 2}
a = list(range(10))
del d["a"], a[0], a[-1], a[2:4]
print(d, a)
try:
    del d["zz"]
except KeyError as error:
    print("KeyError", error)
try:
    del a[100]
except IndexError as error:
    print(error)
class C:
    z = 5
c = C()
c.y = 1
del c.y
for delete in ("y", "z"):
    try:
        delattr(c, delete)
    except AttributeError as error:
        print(error)
del C.z
print(hasattr(c, "z"))
def g():
    del undefined_local
    undefined_local = 1
try:
    g()
except UnboundLocalError as error:
    print(error)
try:
    del never_defined
except NameError as error:
    print(error)
(p, q), r = (1, 2), [3, 4]
del (p, q), r[0]
print(r)
try:
    del (5).real
except AttributeError as error:
    print(error)

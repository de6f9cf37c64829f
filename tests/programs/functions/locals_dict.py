# wasm: yes
# locals() and vars() in functions, class bodies and at module level.
def plain(a, b=2, *args, k=3, **kw):
    c = a + b
    if a > 5:
        late = 1
    return locals()
print(plain(1), plain(6, 7, 8, k=9, z=10))
def closure(x, y):
    z = 5
    def inner(w):
        v = x + z
        return locals(), vars()
    return inner(1), locals().keys() - {"inner"} == {"x", "y", "z"}
print(closure(1, 2))
def deleted():
    a = b = 1
    del a
    return locals()
print(deleted())
def generator():
    n = 1
    yield dict(locals())
    m = 2
    yield dict(locals())
print(list(generator()))
class C:
    one = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
    two = 2
    locals()["three"] = 3
print(C.names, C.three)
print(locals() is globals(), vars() is globals(), "plain" in locals())
def copy_is_separate():
    x = 1
    d = locals()
    d["x"] = 2
    return x, d["x"]
print(copy_is_separate())
def shadowed(locals): return locals
print(shadowed(4), "%(a)s-%(b)s" % plain(1), "{c}".format(**plain(3)))

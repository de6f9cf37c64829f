# wasm: yes
# Everything is evaluated left to right: operands, arguments, displays, assignments.
def e(tag, value=None):
    print(tag, end=" ")
    return value
e("a", 1) + e("b", 2) * e("c", 3) - e("d", 4); print()
[e("a"), e("b"), *e("c", [])], (e("d"), e("e")), {e("f", 1), e("g", 2)}; print()
{e("k1", 1): e("v1"), e("k2", 2): e("v2"), **e("more", {})}; print()
def f(*a, **k): pass
e("fn", f)(e("x"), *e("args", []), k=e("kw"), **e("kwargs", {})); print()
d = {}
e("dict", d)[e("key")] = e("value"); print()
class O: pass
o = O()
e("target", o).attr = e("val"); print()
e("d1", d)["x"] = e("d2", d)["y"] = e("value"); print()
a, e("t", d)["z"] = e("l", 1), e("r", 2); print()
e("lo", 1) < e("mid", 2) < e("hi", 3); print()
e("yes") if e("cond", True) else e("no"); print()
lst = [1, 2, 3]
lst[e("s", 0):e("t", 2):e("u", 1)]; print()
e("obj", "a,b").split(e("sep", ",")); print()
def g(a=e("default a"), b=e("default b")): pass
print()
d[e("i", "n")] = 0
e("aug", d)[e("idx", "n")] += e("rhs", 5); print()
f"{e('f1')}{e('f2'):{e('spec', '>5')}}" if False else f"{e('f1', 1)}{e('f2', 2):{e('spec', '>5')}}"; print()
[e(f"i{i}") for i in e("iter", range(2)) if e("if", True)]; print()
{e(f"k{i}", i): e(f"v{i}") for i in range(2)}; print()
try:
    e("left", 1) / e("right", 0) + e("never")
except ZeroDivisionError:
    print("division")
try:
    e("callee", 5)(e("arg"))
except TypeError:
    print("not callable, arguments were evaluated")
try:
    undefined(e("arg"))
except NameError:
    print("name first")
try:
    o.missing(e("arg"))
except AttributeError:
    print("attribute first")
@e("dec1", lambda f: f)
@e("dec2", lambda f: f)
def h(x=e("hdefault")) -> e("annotation"): pass
print()
class C(e("base", O), **e("classkw", {})):
    e("body")
print()
lambda x=e("lambda default"): e("never")
print()
def ret():
    try:
        return e("return value")
    finally:
        e("finally")
ret(); print()
del e("del1", d)["x"], e("del2", d)["y"]; print()
assert e("test", True), e("message"); print()
print(e("p1", 1), e("p2", 2), sep=e("sep", "-"))

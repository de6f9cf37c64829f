# wasm: yes
# The variables that frames show: of functions, classes and comprehensions, in tracebacks, of callers and by name.
import sys

def show(tag, mapping):
    print(tag, list(mapping.items()))

def plain(a, b=2, *args, c=3, **kw):
    x = a + b
    f = sys._getframe()
    show("plain", {k: v for k, v in f.f_locals.items() if k != "f"})
    print(f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, f.f_back.f_lineno)
    del x
    print(sorted(f.f_locals))
    return f

fr = plain(1, 5, 6, 7, c=8, z=9)
print(sorted(k for k in fr.f_locals), fr.f_locals["a"], fr.f_lineno)
print(sys._getframe().f_locals is globals(), sys._getframe().f_back)

def outer():
    n = 1
    m = 2
    def inner(k):
        nonlocal n
        n += k
        return sorted(sys._getframe().f_locals.items()), sorted(sys._getframe(1).f_locals)
    return inner(5), sorted(k for k in sys._getframe().f_locals), n, m

print(outer())

def gen(a):
    b = a * 2
    yield b
    c = b + 1
    yield c
    yield from inner_gen()

def inner_gen():
    q = "in"
    yield sorted(sys._getframe().f_locals), sys._getframe().f_back.f_code.co_name

g = gen(4)
print(g.gi_frame.f_locals, g.gi_frame.f_lineno, g.gi_frame.f_back)
next(g)
print(g.gi_frame.f_locals, g.gi_frame.f_lineno)
fr = g.gi_frame
print(fr is g.gi_frame)
next(g)
print(g.gi_frame.f_locals, g.gi_frame.f_lineno)
print(next(g))
print(list(g), g.gi_frame)
print(sorted(fr.f_locals.items()))

def raises(a):
    local = [a]
    raise ValueError(local)

def through(z):
    deep = z + 1
    raises(deep)

try:
    through(10)
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno,
              tb.tb_frame.f_locals if tb.tb_frame.f_code.co_name != "<module>" else "")
        last = tb
        tb = tb.tb_next
    print(last.tb_frame.f_back.f_code.co_name, last.tb_frame.f_back.f_back.f_code.co_name)

class A:
    x = 1
    y = sorted(k for k in sys._getframe().f_locals if k != '_getframe')
    z = sys._getframe().f_locals is locals()
    def m(self):
        super()
        print(sorted(sys._getframe().f_locals))
        print(sorted(locals()))
print(A.y, A.z)
A().m()

def comp():
    x = "out"
    r = [sorted((k, v) for k, v in sys._getframe().f_locals.items() if k != "r") for x in range(2)]
    try:
        [1 // x for x in (1, 0)]
    except ZeroDivisionError:
        pass
    return r, x, sys._getframe().f_locals["x"], sorted(sys._getframe().f_locals)
print(comp())

def ge():
    w = 3
    return next(sorted(sys._getframe().f_locals) for i in range(w))
print(ge())
print((lambda p, q=1: sorted(sys._getframe().f_locals.items()))(0))

def loc():
    a = 1
    d = locals()
    b = 2
    print(sorted(d), locals() is d, sys._getframe().f_locals is d, sorted(d))
loc()
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
try:
    sys._getframe().clear()
except RuntimeError as e:
    print(e)

async def co(a):
    b = a
    await aw()
    return b
class Aw:
    def __await__(self):
        yield 1
async def aw():
    t = 1
    await Aw()
c = co(3)
print(c.cr_frame.f_locals)
c.send(None)
print(sorted(c.cr_frame.f_locals.items()), c.cr_await.cr_frame.f_locals, c.cr_frame.f_lineno)
c.close()
print(c.cr_frame)
print(sys._getframemodulename(), sys._getframemodulename(5))

class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def fin():
    d = D(1)
    e = D(2)
    return 5
print(fin())
def fin2():
    d = D(3)
    raise KeyError
try:
    fin2()
except KeyError:
    print("handled")
print("after")
def rec(n):
    if n == 0: return len([f for f in stack()])
    return rec(n - 1)
def stack():
    f = sys._getframe(1)
    while f:
        yield f
        f = f.f_back
print(rec(50))
print(repr(fr).split("at")[0], repr(fr).split(",")[2:])

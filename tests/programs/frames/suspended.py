# wasm: yes
# Frames of generators and coroutines, which live beside them; clearing; functions of every form where frames are kept.
import sys


async def ag(n):
    for i in range(n):
        yield i
def drive(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
async def main():
    a = ag(3)
    print(a.ag_frame.f_locals)
    async for x in a:
        print(x, a.ag_frame.f_locals)
    print(a.ag_frame)
    return [y async for y in ag(2)]
print(drive(main()))

def g1():
    try:
        yield 1
    finally:
        print("fin", sys._getframe().f_locals)
it = g1()
next(it)
fr = it.gi_frame
del it
print(fr.f_locals, fr.f_lineno)
it = g1(); next(it)
fr = it.gi_frame
fr.clear()
print(fr.f_locals, it.gi_frame)
def thrower():
    x = 1
    try:
        yield x
    except ValueError as e:
        y = e
        yield sorted(sys._getframe().f_locals)
t = thrower(); next(t)
print(t.throw(ValueError("q")))
t = thrower()
try:
    t.throw(KeyError("start"))
except KeyError as e:
    print(e.__traceback__.tb_next.tb_frame.f_code.co_name, e.__traceback__.tb_next.tb_frame.f_locals)

def cyc():
    me = sys._getframe()
    lst = [me]
    lst.append(lst)
cyc()
import gc
gc.collect()
def unbound():
    try:
        print(zz)
    except UnboundLocalError as e:
        print(e)
    zz = 1
    del zz
    try:
        zz
    except UnboundLocalError as e:
        print(e)
    print(unbound.__code__.co_varnames, unbound.__code__.co_cellvars)
unbound()
def names(a, b, *c, d, **e):
    f = 1
    g = [h for h in range(2)]
    def inner(): return f, a
    for i in g: pass
    with_ = 1
    return inner
print(names.__code__.co_varnames, names.__code__.co_cellvars, names.__code__.co_freevars, names(1, 2, d=3).__code__.co_freevars)
def loopfn(n):
    total = 0
    for i in range(n):
        total += i
        if i % 7 == 0: continue
        if total > 10**9: break
    else:
        total = -total
    return total
print(loopfn(100000))
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    n = 0
    tb = e.__traceback__
    while tb: n += 1; tb = tb.tb_next
    print("rec", n > 900, e)
def f_match(p):
    match p:
        case [a, b, *rest]: return sorted(sys._getframe().f_locals.items())
        case {"k": v, **kw}: return sorted(sys._getframe().f_locals.items())
print(f_match([1, 2, 3]), f_match({"k": 1, "z": 2}))
def T[X](a: X) -> X:
    return sorted(sys._getframe().f_locals), sorted(sys._getframe(0).f_locals)
print(T(1))

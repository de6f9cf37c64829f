# warnings: yes
# Attributes of generators, coroutines and asynchronous generators in every state; hooks; origins.
import sys
def t(name, f):
    try:
        print(name, f())
    except BaseException as e:
        print(name, type(e).__name__, e)
def g():
    try:
        x = yield 1
        yield x
    finally:
        pass
    return 5
a = g()
print(a.gi_running, a.gi_suspended, a.gi_yieldfrom, a.gi_code is g.__code__, a.gi_frame.f_lineno, a.__name__, a.__qualname__)
next(a); print(a.gi_running, a.gi_suspended, a.gi_frame.f_lineno)
t("send", lambda: a.send(3)); t("end", lambda: next(a)); t("again", lambda: next(a)); print(a.gi_frame, a.gi_suspended)
t("set", lambda: setattr(a, "gi_code", 1)); t("set2", lambda: setattr(a, "gi_running", 1)); t("set", lambda: setattr(a, "__name__", 1)); a.__name__ = "zz"; print(repr(a).split(" at ")[0], a.__name__); a.__qualname__ = "q.z"; print(repr(a).split(" at ")[0])
t("sendfirst", lambda: g().send(1)); t("throw", lambda: g().throw(ValueError("x"))); t("throw2", lambda: g().throw(5)); t("throw3", lambda: g().throw(ValueError)); t("close", lambda: g().close())
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b); t("badclose", b.close)
def ret():
    try: yield 1
    except GeneratorExit: return 9
b = ret(); next(b); t("retclose", b.close)
def me():
    yield from ()
    m.send(None)
m = me(); t("reenter", lambda: next(m))
def stop(): raise StopIteration(1); yield
t("stop", lambda: next(stop()))
async def co(): return 1
c = co(); print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_code.co_name, c.cr_frame is not None, c.cr_origin); c.close(); print(c.cr_frame)
t("reuse", lambda: c.send(None)); t("iter", lambda: iter(co()))
class AwBad:
    def __await__(self): return 5
async def awb(): await AwBad()
t("awbad", lambda: awb().send(None))
async def aw5(): await 5
t("aw5", lambda: aw5().send(None))
async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("fin")
x = agen(); print(x.ag_running, x.ag_await, x.ag_frame is not None, x.ag_code.co_name, x.ag_suspended if hasattr(x, "ag_suspended") else "none", x.__name__, x.__qualname__)
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
t("anext", lambda: run(x.__anext__())); t("asend", lambda: run(x.asend(1))); t("aclose", lambda: run(x.aclose())); t("after", lambda: run(x.__anext__()))
log = []
old = sys.get_asyncgen_hooks(); print(old)
sys.set_asyncgen_hooks(firstiter=lambda a: log.append("first"), finalizer=lambda a: log.append("final"))
y = agen(); run(y.__anext__()); del y
print(log, sys.get_asyncgen_hooks().firstiter is not None); sys.set_asyncgen_hooks(None, None); print(sys.get_asyncgen_hooks()); t("hooks", lambda: sys.set_asyncgen_hooks(5))
print(sys.get_coroutine_origin_tracking_depth()); t("depth", lambda: sys.set_coroutine_origin_tracking_depth(-1)); sys.set_coroutine_origin_tracking_depth(2)
async def o(): pass
z = o(); print([(a.split("/")[-1], b, c) for a, b, c in z.cr_origin]); z.close()
sys.set_coroutine_origin_tracking_depth(0)
w = co().__await__(); print(type(w).__name__, repr(w)[:25]); t("w", lambda: w.send(None))
t("ga", lambda: type(g()).__class_getitem__(int) if hasattr(type(g()), "__class_getitem__") else "no"); t("ga", lambda: type(co)); print(type(agen()), type(x.__anext__()), type(x.asend(1)), type(x.athrow(ValueError)), type(x.aclose()))
print([n for n in dir(a) if not n.startswith("__")], [n for n in dir(c) if not n.startswith("__")], [n for n in dir(x) if not n.startswith("__")])
def dele():
    r = yield from inner()
    print("r", r)
def inner():
    v = yield "i"
    return v
d = dele(); next(d); print(d.gi_yieldfrom.__name__); t("d", lambda: d.send(7)); print(d.gi_yieldfrom)

import gc
class N:
    def __init__(self, n): self.n = n; self.o = None
    def __del__(self): log.append(self.n)
log = []
a = N('a'); b = N('b'); a.o = b; b.o = a
del a, b
print(gc.collect() > 0, sorted(log))
log.clear()
x = N('x'); x.o = x
l = [x]; l.append(l)
del x
del l
gc.collect()
print(log)
class R:
    def __del__(self):
        global saved
        saved = self
        print('resurrected')
r = R(); r.me = r
del r
gc.collect()
print(type(saved).__name__)
saved.me = None
saved = None
def gen():
    me = yield
    yield me
g = gen(); next(g); g.send(g)
del g
gc.collect()
def clos():
    def f(): return f
    return f
for i in range(100): clos()
d = {}
d['d'] = d
del d
class C: pass
C.self = C
c = C(); c.c = C
del C, c
gc.collect()
for i in range(200000):
    n = N2 = None
    a = []; a.append(a)
print('done', gc.isenabled())
gc.disable(); print(gc.isenabled()); gc.enable()

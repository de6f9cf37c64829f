# Every operation of collections.deque.
# wasm: yes
from _collections import deque
import gc, sys
def show(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
d = deque(); print(d, len(d), bool(d), d.maxlen)
d = deque('abc', 2); print(d, repr(d), d.maxlen)
d = deque(maxlen=3, iterable=range(5)); print(d)
for args in [(1,), ([], 'x'), ([], -1), ([], 1.0), ([], None), ([], True), ([], 1, 2), ([], 2**70)]: show(deque, *args)
show(lambda: deque(foo=1)); show(lambda: deque([], iterable=[]))
d = deque([1,2,3])
d.append(4); d.appendleft(0); print(d, d.pop(), d.popleft(), d)
show(d.append); show(d.append, 1, 2); show(d.append, x=1); show(deque.append); show(deque.append, 1, 2); show(deque.pop, d, 1)
d.extend([7,8]); d.extendleft([9,10]); print(d); d.extend(d); print(d); d.extendleft(deque([1])); show(d.extend, 3)
d = deque(range(5)); d.extendleft(d); print(d)
for n in (-7,-5,-3,-1,0,1,2,5,7,100,-100):
    d = deque(range(5)); d.rotate(n); print(n, d)
d = deque(range(5)); d.rotate(); print(d); show(d.rotate, 'x'); show(d.rotate, 1.0); show(d.rotate, 1, 2); show(d.rotate, 2**80)
for i in range(-8, 9):
    d = deque(range(5)); d.insert(i, 'X'); print(i, d)
show(deque([1,2], 2).insert, 0, 5); show(d.insert, 1); show(d.insert, 'a', 1)
d = deque('abcabc')
print(d.index('b'), d.index('b', 2), d.count('a'), 'c' in d, 'z' in d)
for args in [('z',), ('a', 1, 3), ('a', -3), ('a', -2), ('c', 0, -1), ('a', 2, 1), ('a','x'), (), ('a', None), ('a', 0, 2**80), ('a', -2**80)]: show(d.index, *args)
d.remove('b'); print(d); show(d.remove, 'zz'); show(d.remove)
d.reverse(); print(d); d.clear(); print(d); show(d.pop); show(d.popleft)
d = deque(range(6))
print(d[0], d[-1], d[3], d[True]); d[1] = 'x'; del d[2]; print(d); del d[-1]; print(d)
def st(d, k): d[k] = 1
def dl(d, k): del d[k]
for k in (9, -9, 'a', slice(1), 1.0, None, 2**80, -2**80): show(lambda: d[k]); show(st, d, k); show(dl, d, k)
# iteration
def mutate(d, op):
    for x in d: op(x)
for op in ['append', 'appendleft']:
    d = deque([1,2]); show(mutate, d, getattr(d, op))
d = deque([1,2,3]); show(mutate, d, lambda x: d.rotate(1)); d = deque([1,2,3]); show(mutate, d, lambda x: d.__setitem__(0, 1)); print(d)
d = deque([1,2,3]); show(mutate, d, lambda x: d.reverse()); show(mutate, d, lambda x: d.pop())
d = deque([1,2,3]); it = iter(d); print(next(it), it.__length_hint__(), type(it)); d.append(3); show(next, it); show(next, it); print(it.__length_hint__())
d = deque([1,2,3]); r = reversed(d); print(list(r), type(r), list(r)); print(list(reversed(deque()))) 
it = iter(d); print(list(it)); d.append(1); show(next, it)
it = iter(d); next(it); print(it.__reduce__()[1], it.__reduce__()[0])
it2 = type(it)(d, 2); print(list(it2)); show(type(it)); show(type(it), 3); show(type(it), d, 'x'); print(list(type(r)(d, 1)))
show(iter(d).__setattr__, 'x', 1)
# comparison
a, b = deque([1,2,3]), deque([1,2,4])
print(a == b, a != b, a < b, a <= b, a > b, a >= b, a == deque([1,2,3]), a == [1,2,3], a != (1,), a == a, a <= a, a < a, deque([1]) < deque([1,2]), deque([1,2]) < deque([1]))
show(lambda: a < [1]); show(hash, a); nan = float('nan'); print(deque([nan]) == deque([nan]), (lambda n: deque([n]) == deque([n]))(nan))
class Bad:
    def __eq__(self, o): raise ValueError('eq')
show(lambda: deque([Bad()]) == deque([1])); show(deque([Bad()]).index, 1); show(deque([Bad()]).count, 1); show(lambda: 1 in deque([Bad()])); show(deque([Bad()]).remove, 1)
class Mut:
    def __init__(self, d): self.d = d
    def __eq__(self, o): self.d.clear(); return False
for name in ('index', 'count', 'remove', '__contains__'):
    d = deque(); d.extend([Mut(d), 1, 2]); show(getattr(d, name), 5)
d = deque(); d.extend([Mut(d), 1]); show(lambda: d == deque([3, 4]))
# operators
a = deque([1,2]); print(a + deque([3]), a * 2, 3 * a, a * 0, a * -1, type(a + a)); show(lambda: a + [1]); show(lambda: [1] + a); show(lambda: a + 1); show(lambda: a * 'x'); show(lambda: a * 1.0); show(lambda: a - a)
b = a; b += [7, 8]; print(a is b, a); b *= 2; print(a, a is b); b += b; print(len(b)); show(lambda: a.__iadd__(3)); b *= 0; print(b)
m = deque([1,2,3], 4); print(m * 3, m + deque([9, 10, 11])); m *= 5; print(m); m += 'abc'; print(m); z = deque([1], 0); print(z, z * 3); z.append(1); z.extend([1,2]); print(z)
class R:
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'
show(lambda: a + R()); show(lambda: a * R())
# copying
d = deque([1,[2]], 5); c = d.copy(); print(c, c is d, c[1] is d[1], c.maxlen, d.__copy__())
class Sub(deque): pass
s = Sub([1,2]); s.x = 1; print(s, s.copy(), type(s.copy()), type(s + s), type(s * 2), s.__dict__); s2 = Sub([1,2], 3); print(s2, s2.copy().maxlen)
class Init(deque):
    def __init__(self, a, b=None): super().__init__(a); self.b = b
show(Init([1], 2).copy); print(Init([1]).copy().b)
class NotDeque(deque):
    def __new__(cls, *a): return deque.__new__(cls) if not a else object()
show(NotDeque().copy)
print(d.__reduce__()[:3], s.__reduce__()[:3], list(s.__reduce__()[3])); print(deque().__reduce__()[:3])
# repr
d = deque([1]); d.append(d); print(d); d.append([d]); print(repr(d)); d.clear()
class Q(deque):
    class Inner(deque): pass
print(Q([1]), Q.Inner([1], 2))
# misc
print(deque[int], deque.__hash__, deque.__module__, deque.__name__, deque.__qualname__)
d = deque([1,2,3]); d.__init__([4], 2); print(d); d.__init__(); print(d, d.maxlen)
show(lambda: setattr(d, 'maxlen', 3)); show(lambda: setattr(d, 'foo', 3)); show(lambda: d.foo)
x, *y = deque([1,2,3]); print(x, y); print(sorted(deque([3,1,2])), max(deque([1,5])), list(map(str, deque([1]))), sum(deque([1,2])))
match deque([1,2]):
    case [a, b]: print('seq', a, b)
import _weakref
r = _weakref.ref(d); print(r() is d); del d; print(r())
c = deque(); c.append(c); w = _weakref.ref(c); del c; gc.collect(); print(w())
big = deque(range(1000)); 
for i in range(5000): big.append(big.popleft()); big.rotate(3)
print(sum(i * x for i, x in enumerate(big)) % 1000003, len(big))
print([m for m in dir(deque) if m not in dir(object) and m != '__module__'])
a = deque([1]); print(deque.__eq__(a, 3), deque.__lt__(a, 3), deque.__len__(a))
show(deque.__new__); show(deque.__new__, int); show(deque.__init__); show(deque.maxlen.__set__, deque(), 1); print(deque.__new__(deque, 1, 2, 3))

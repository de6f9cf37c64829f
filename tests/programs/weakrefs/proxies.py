# Every operation of weak proxies, each passed on to what stands behind them.
# wasm: yes
import operator
from _weakref import proxy


def show(label, f):
    try:
        print(label, '->', f())
    except BaseException as e:
        print(label, '->', type(e).__name__, e)


class Base:
    def __init__(self, log):
        self.log = log


names = ['add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'or', 'xor', 'and']


def make(name):
    def method(self, other):
        return f'{name}({type(self).__name__}, {type(other).__name__})'
    return method


space = {}
for n in names:
    for prefix in ('', 'r', 'i'):
        key = f'__{prefix}{n}__'
        space[key] = make(key)
for n in ('lt', 'le', 'eq', 'ne', 'gt', 'ge'):
    space[f'__{n}__'] = make(n)
for n in ('divmod', 'rdivmod'):
    space[f'__{n}__'] = make(n)


class Number:
    locals().update(space)
    __hash__ = None
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __abs__(self): return 'abs'
    def __invert__(self): return 'invert'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __bool__(self): return False
    def __len__(self): return 5
    def __getitem__(self, k): return ('get', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __contains__(self, x): return x == 1
    def __iter__(self): return iter([1, 2, 3])
    def __reversed__(self): return 'reversed'
    def __bytes__(self): return b'bytes'
    def __str__(self): return 'str!'
    def __repr__(self): return 'repr!'
    def __format__(self, spec): return f'format {spec}'
    def __call__(self, *a, **k): return ('call', a, k)
    def __enter__(self): return 'enter'
    def __round__(self, n=None): return 'round'
    def __dir__(self): return ['a', 'b']


n = Number()
p = proxy(n)
print(type(p))
for name in names:
    op = getattr(operator, name + '_' if name in ('or', 'and') else name)
    show(name, lambda: op(p, 1))
    show('r' + name, lambda: op(1, p))
    show('both ' + name, lambda: op(p, p))
    iop = getattr(operator, 'i' + name)
    show('i' + name, lambda: iop(p, 1))
    show('i' + name + ' right', lambda: iop(n, p))
for name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge'):
    op = getattr(operator, name)
    show(name, lambda: op(p, 1))
    show(name, lambda: op(1, p))
    show(name, lambda: op(p, p))
show('divmod', lambda: divmod(p, 1))
show('rdivmod', lambda: divmod(1, p))
show('neg', lambda: -p)
show('pos', lambda: +p)
show('abs', lambda: abs(p))
show('invert', lambda: ~p)
show('int', lambda: int(p))
show('float', lambda: float(p))
show('index', lambda: operator.index(p))
show('range', lambda: range(p))
show('item', lambda: [10, 11, 12, 13][p])
show('bool', lambda: bool(p))
show('len', lambda: len(p))
show('getitem', lambda: p['k'])
show('slice', lambda: p[1:2])
show('in', lambda: (1 in p, 2 in p))
show('iter', lambda: list(p))
show('reversed', lambda: reversed(p))
show('bytes', lambda: bytes(p))
show('str', lambda: str(p))
show('repr', lambda: repr(p).split(' at ')[0])
show('f', lambda: f'{p}')
show('call', lambda: p(1, a=2))
show('hash', lambda: hash(p))
show('next', lambda: next(p))
show('round', lambda: round(p))
show('isinstance', lambda: (isinstance(p, Number), isinstance(p, int), p.__class__, type(p)))
show('callable', lambda: callable(p))
p['x'] = 1
del p['x']
p.attr = 4
print(n.attr, p.attr)
del p.attr
show('attr', lambda: p.attr)
show('sum', lambda: sum([1, 2], p))


class Plain:
    pass


o = Plain()
q = proxy(o)
print(type(q), callable(q), bool(q))
for label, f in [('call', lambda: q()), ('add', lambda: q + 1), ('radd', lambda: 1 + q), ('len', lambda: len(q)),
                 ('item', lambda: q[0]), ('iter', lambda: iter(q)), ('next', lambda: next(q)), ('in', lambda: 1 in q),
                 ('neg', lambda: -q), ('int', lambda: int(q)), ('float', lambda: float(q)), ('lt', lambda: q < 1),
                 ('eq', lambda: (q == o, o == q, q == q, q != o, q == 1)), ('bytes', lambda: bytes(q)),
                 ('reversed', lambda: reversed(q)), ('index', lambda: [1][q]), ('iadd', lambda: operator.iadd(q, 1)),
                 ('abs', lambda: abs(q)), ('hash', lambda: hash(q)), ('attr', lambda: q.nothing),
                 ('setitem', lambda: operator.setitem(q, 1, 2)), ('delitem', lambda: operator.delitem(q, 1))]:
    show(label, f)


def generator():
    yield 1
    yield 2


g = generator()
r = proxy(g)
print(next(r), list(r), r.gi_running)
s = {1, 2, 3}
t = proxy(s)
print(len(t), 1 in t, t | {4}, {4} | t, t == {1, 2, 3}, sorted(t), t.issubset({1, 2, 3, 4}))
t |= {9}
print(t is s, sorted(s))
del n
for label, f in [('add', lambda: p + 1), ('radd', lambda: 1 + p), ('str', lambda: str(p)), ('bool', lambda: bool(p)),
                 ('call', lambda: p()), ('attr', lambda: p.x), ('len', lambda: len(p)), ('eq', lambda: p == 1),
                 ('iter', lambda: iter(p)), ('index', lambda: [1][p])]:
    show(label, f)
print(repr(p).split(' to ')[1].split(' at ')[0])

# Patterns of match statements, unpacking, and the messages of container errors.
def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
def m(s):
    match s:
        case 0: return 'zero'
        case 1 | 2: return 'small'
        case int(n) if n > 100: return 'big %d' % n
        case int(): return 'int'
        case str(q): return 'str ' + q
        case float() | complex(): return 'num'
        case []: return 'empty'
        case [a]: return 'one %r' % (a,)
        case [a, b]: return 'two %r %r' % (a, b)
        case [a, *r, b]: return 'many %r %r %r' % (a, r, b)
        case {'k': v, 'z': 1, **rest}: return 'map %r %r' % (v, rest)
        case {'k': v}: return 'k %r' % (v,)
        case {}: return 'dict'
        case P(0, y=q): return 'P0 %r' % (q,)
        case P(x, P(a, b)): return 'nested %r %r %r' % (x, a, b)
        case P(x=a): return 'P %r' % (a,)
        case None: return 'none'
        case _: return 'other'
for v in (0, 1, 2, 3, 101, 'a', 1.5, [], (), [1], (1, 2), [1, 2, 3], range(4), 'ab', b'ab', {}, {'k': 1}, {'k': 1, 'z': 1, 'w': 2}, {'q': 1}, P(0, 1), P(1, P(2, 3)), P(5, 5), None, {1}, True, object): print(m(v))
class DM(dict):
    def __missing__(self, k): return 'dflt'
def m2(s):
    match s:
        case {'k': v}: return v
        case _: return 'no'
print(m2(DM()), m2(DM(k=1)))
class A:
    __match_args__ = ('x', 'x'); x = 1
class B: pass
class C: __match_args__ = ['x']
class D: __match_args__ = (1,)
def m1(s):
    match s:
        case A(1, x=1): return 1
t(m1, A())
def m3(s):
    match s:
        case B(1, 1): return 1
t(m3, B())
def m4(s):
    match s:
        case C(1): return 1
t(m4, C())
def m5(s):
    match s:
        case D(1): return 1
t(m5, D())
def m6(s):
    match s:
        case int(1, 2): return 1
t(m6, 5)
def f(*a, **k): return a, k
t(lambda: f(**5)); t(lambda: f(**5)); t(lambda: f(a=1, **{'a': 2})); t(lambda: f(**{1: 2})); t(lambda: {**5}); t(lambda: [*5]); t(lambda: f(*[1], *(2,), **{'x': 1}, **{'y': 2}))
def up(v):
    a, b = v
    return a, b
for v in ((1, 2), [1, 2], 'ab', {1: 2, 3: 4}, (1,), [1, 2, 3], 5, iter([1]), iter([1, 2, 3]), range(2), None): t(up, v)
def up2(v):
    a, *b, c = v
    return a, b, c
for v in ((1, 2), [1, 2, 3, 4], 'abc', (1,), [], 5, iter([1]), range(5), {1: 2}): t(up2, v)
t(lambda: (1,)[0:'a']); t(lambda: {}[[]]); t(lambda: {[]: 1}); t(lambda: {{}}); t(lambda: hash((1, []))); t(lambda: set([[]]))
def dl():
    x = (1,); del x[0]
t(dl)
def dl():
    x = B(); del x[0]
t(dl)
def dl():
    x = B(); x[0] = 1
t(dl)
def dl():
    x = B(); return x[0]
t(dl)
def dl():
    x = {1}; return x[0]
t(dl)
def dl():
    del {}['q']
t(dl)
t(lambda: 1 in 5); t(lambda: [] < 5); t(lambda: [] + 5); t(lambda: () + []); t(lambda: {} | 5); t(lambda: {1} | [1]); t(lambda: [1] * 'a'); t(lambda: [1] * 1.5); t(lambda: {} < {})
t(lambda: list(zip([1], [1, 2], strict=True))); t(lambda: list(enumerate('ab', 5))); t(lambda: list(enumerate('ab', start=-1))); t(lambda: dict(5)); t(lambda: dict([1])); t(lambda: dict([(1, 2, 3)])); t(lambda: dict(a=1, **{'b': 2})); t(lambda: {}.update(5)); t(lambda: {}.update([(1, 2)], a=1))
print({1: 1, True: 2, 1.0: 3}, {1, True, 1.0}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, [1, 2] == (1, 2), {1: 2}.items() == {(1, 2)}, {1: 2}.keys() & {1, 3}, {1: 2}.items() - {(1, 2)}, {1: 2, 3: 4}.keys() ^ {1, 9})

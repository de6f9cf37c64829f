# io.StringIO in full: newlines, positions, truncation, errors, state, subclasses.
# wasm: yes
import io, _io
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
S = io.StringIO
for nl in ('none', None, '', '\n', '\r', '\r\n'):
    kw = {} if nl == 'none' else {'newline': nl}
    s = S('a\nb\rc\r\nd\n\re\r', **kw)
    print(repr(nl), repr(s.getvalue()), s.tell(), repr(s.newlines))
    print([s.readline() for _ in range(8)])
    s.seek(0); print(list(s), s.readlines(), repr(s.read()))
    s.seek(0); print(repr(s.readline(2)), repr(s.readline(0)), repr(s.readline(-1)), repr(s.readline(1)), repr(s.read(3)))
    s = S(**kw); print(s.write('x\r\ny\rz\n'), repr(s.getvalue()), s.tell(), repr(s.newlines))
    s.write('\r'); s.write('\n'); print(repr(s.getvalue()), repr(s.newlines))
    print(s.__getstate__())
for a in [(1,), (b'x',), ('x', 'y'), ('x', 1), ('x', '\n', 3), ('x', b'\n'), ('x', '\n\r'), (None,), ('x', None)]: show(lambda: S(*a).getvalue())
show(lambda: S(foo=1)); show(lambda: S('a', initial_value='b')); print(S(initial_value='q', newline='').read())
s = S('hello world')
print(s.read(5), s.tell(), s.read(0), s.read(None), s.read(), s.read(-5)); 
for a in [(0,), (3, 0), (0, 1), (0, 2), (1, 1), (1, 2), (-1,), (0, 3), (0, -1), ('x',), (1.0,), (0, 'x'), (2**70,), (), (1, 2, 3), (100,)]: show(s.seek, *a); print(s.tell())
s.write('!'); print(repr(s.getvalue()[:14]), len(s.getvalue()), s.tell())
s = S('hello world'); s.seek(3); s.write('LO'); print(s.getvalue(), s.tell(), s.read())
for a in [(5,), (), (None,), (-1,), ('x',), (20,), (1.5,), (0,)]:
    s.seek(4); show(s.truncate, *a); print(repr(s.getvalue()), s.tell())
for a in [(1,), (b'x',), (None,), (), ('a', 'b')]: show(s.write, *a)
for a in [('x',), (1.5,), (1, 2)]: show(s.read, *a); show(s.readline, *a); show(s.readlines, *a)
s = S('a\nbb\nccc\n'); print(s.readlines(0), s.seek(0), s.readlines(1), s.readlines(3), s.readlines())
s = S(); s.writelines(['a', 'b', 'c\n']); print(repr(s.getvalue())); show(s.writelines, [1]); show(s.writelines, 3); show(s.writelines, 'xyz'); print(s.getvalue())
print(s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed, s.line_buffering, s.encoding, s.errors, s.newlines)
for n in ('fileno', 'detach'): show(getattr(s, n))
print(s.flush(), isinstance(s, io.TextIOBase), isinstance(s, io.IOBase), issubclass(io.StringIO, io.TextIOBase), isinstance(s, io.BufferedIOBase))
print(type(s), S.__module__, S.__name__, S.__mro__[1].__name__ , repr(s).split(' at ')[0])
with S('ctx') as c: print(c.read(), c is c)
print(c.closed)
for n, a in [('read', ()), ('write', ('x',)), ('write', (1,)), ('readline', ()), ('readlines', ()), ('writelines', ([],)), ('seek', (0,)), ('tell', ()), ('truncate', ()), ('getvalue', ()), ('flush', ()), ('isatty', ()), ('readable', ()), ('writable', ()), ('seekable', ()), ('__enter__', ()), ('__next__', ()), ('close', ()), ('fileno', ()), ('detach', ()), ('__getstate__', ()), ('__exit__', (None, None, None))]:
    print(n, end=' '); show(getattr(c, n), *a)
for n in ('closed', 'line_buffering', 'newlines', 'encoding', 'errors'): print(n, end=' '); show(lambda: getattr(c, n))
s = S('abc\ndef'); it = iter(s); print(it is s, next(s), next(s)); show(next, s)
class T(S):
    def __init__(self, *a): super().__init__(*a); self.extra = 1
    def readline(self, *a): return super().readline(*a).upper()
t = T('x\ny\n'); print(list(t), t.__dict__, t.extra); t.other = 5; print(t.__getstate__()); 
class Bad(S):
    def readline(self, *a): return 5
show(lambda: next(Bad('x')))
s = S(); s.attr = 1; print(s.__dict__, s.attr)
u = S(); u.__setstate__(('abc\r\n', '', 2, {'k': 1})); print(repr(u.getvalue()), u.tell(), u.k, repr(u.newlines))
for st in [(), 5, ('a',), ('a', '\n', 'x', None), ('a', '\n', -1, None), ('a', '\n', 0, 5), (1, '\n', 0, None), ('a', 'zz', 0, None)]: show(S().__setstate__, st)
s = S('héllo ✓ 😀'); print(s.read(7), s.tell(), s.read(), len(s.getvalue())); s.seek(2); s.write('😀'); print(s.getvalue())
print('x', 'y', sep='-', end='|', file=s); print(s.getvalue()[-6:])
s = S(); s.__init__('again'); print(s.read()); s.close(); s.__init__('open'); print(s.closed, s.getvalue())
big = S(); 
for i in range(2000): big.write(f'line {i}\n')
big.seek(0); print(sum(len(l) for l in big), len(big.getvalue()))
import _weakref; r = _weakref.ref(big); print(r() is big); del big; print(r())
print(_io.StringIO is io.StringIO)

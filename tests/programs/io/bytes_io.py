# io.BytesIO in full: positions, truncation, errors, state, subclasses.
# wasm: yes
import io
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
B = io.BytesIO
for a in [(), (b'x',), (bytearray(b'yy'),), (None,), ('s',), (1,), (b'', 1)]: show(lambda: B(*a).getvalue())
show(lambda: B(foo=1)); print(B(initial_bytes=b'q').read())
b = B(b'hello\nworld\n\nlast')
print(b.read(3), b.tell(), b.read(0), b.read(None), b.read(-1), b.read1(), b.seek(0), b.read1(4), b.read1(-1))
b.seek(0); print(list(b), b.readline(), b.seek(0), b.readline(2), b.readline(0), b.readline(None), b.readlines(), b.seek(0), b.readlines(7), b.readlines(None))
for a in [(0,), (3, 0), (2, 1), (-1, 1), (-2, 2), (-100, 1), (-100, 2), (-1,), (0, 3), (0, -1), ('x',), (1.0,), (0, 'x'), (), (1, 2, 3), (2**70,), (30,)]: show(b.seek, *a); print(b.tell())
print(b.read(), b.write(b'!!'), b.getvalue(), b.tell())
b = B(b'hello world'); b.seek(3); print(b.write(b'LO'), b.getvalue(), b.tell(), b.read()); print(b.write(bytearray(b'xyz')), b.write(b''), b.getvalue())
for a in [('s',), (1,), (None,), (), (b'a', b'b'), ([1],)]: show(b.write, *a)
for a in [(5,), (), (None,), (-1,), ('x',), (20,), (1.5,), (0,)]:
    b.seek(4); show(b.truncate, *a); print(b.getvalue(), b.tell())
for a in [('x',), (1.5,), (1, 2)]: show(b.read, *a); show(b.readline, *a); show(b.readlines, *a); show(b.read1, *a)
b = B(b'abcdef'); t = bytearray(4); print(b.readinto(t), t, b.readinto(t), t, b.readinto(t)); 
b.writelines([b'x', bytearray(b'y')]); print(b.getvalue()); show(b.writelines, ['s']); show(b.writelines, 3); show(b.writelines, b'ab')
print(b.readable(), b.writable(), b.seekable(), b.isatty(), b.closed, b.flush())
for n in ('fileno', 'detach'): show(getattr(b, n))
print(isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase), isinstance(b, io.RawIOBase), type(b), B.__mro__[1].__name__, B.__mro__[2].__name__)
with B(b'ctx') as c: print(c.read())
for n, a in [('read', ()), ('write', (b'x',)), ('write', (1,)), ('readline', ()), ('readlines', ()), ('writelines', ([],)), ('seek', (0,)), ('tell', ()), ('truncate', ()), ('getvalue', ()), ('flush', ()), ('isatty', ()), ('readable', ()), ('writable', ()), ('seekable', ()), ('__enter__', ()), ('__next__', ()), ('close', ()), ('fileno', ()), ('detach', ()), ('__getstate__', ()), ('readinto', (bytearray(1),)), ('read1', ()), ('__exit__', (None, None, None))]:
    print(n, end=' '); show(getattr(c, n), *a)
print(c.closed)
b = B(b'abc\ndef'); it = iter(b); print(it is b, next(b), next(b)); show(next, b)
class T(B):
    def __init__(self, *a): super().__init__(*a); self.extra = 1
t = T(b'x\ny\n'); t.seek(2); print(t.__getstate__(), t.__dict__, list(t))
u = B(); u.__setstate__((b'abc', 1, {'k': 1})); print(u.getvalue(), u.tell(), u.k)
for st in [(), 5, (b'a',), (b'a', 'x', None), (b'a', -1, None), (b'a', 0, 5), ('a', 0, None)]: show(B().__setstate__, st)
b = B(); b.attr = 1; print(b.__dict__)
b.__init__(b'again'); print(b.read())
# a class of Python code over IOBase
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data; self.pos = 0
    def readable(self): return True
    def read(self, n=-1):
        out = self.data[self.pos:] if n < 0 else self.data[self.pos:self.pos + n]
        self.pos += len(out); return out
r = Raw(b'one\ntwo\nthree'); print(r.readline(), r.readline(2), list(r), r.readlines(), r.closed)
for n, a in [('seek', (0,)), ('tell', ()), ('truncate', ()), ('fileno', ()), ('writable', ()), ('seekable', ()), ('isatty', ()), ('flush', ()), ('writelines', ([],)), ('writelines', ([b'x'],))]: print(n, end=' '); show(getattr(r, n), *a)
with r as q: pass
print(r.closed); show(r.readline); show(iter, r); show(r.flush); show(r.close); show(r.__enter__)
show(lambda: io.IOBase().closed); show(lambda: io.IOBase().seek(0)); show(lambda: io.TextIOBase().read()); show(lambda: io.BufferedIOBase().write(b'')); show(lambda: io.TextIOBase().encoding)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.UnsupportedOperation.__mro__[1:3], io.open is open)

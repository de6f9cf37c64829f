# memoryview: slices, formats, shapes, stores, release, exports of bytearrays, comparison, hash, use as bytes.
def t(f, *a):
    try:
        r = f(*a)
        print(repr(r) if not isinstance(r, memoryview) else ("mv", r.tolist(), r.format, r.itemsize, r.shape, r.strides, r.readonly))
    except Exception as e:
        print(type(e).__name__, e)

b = bytes(range(10))
m = memoryview(b)
t(lambda: m)
print(m.obj is b, m.nbytes, m.readonly, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets,
      m.c_contiguous, m.f_contiguous, m.contiguous, len(m))
t(lambda: m[2:8:2]); t(lambda: m[::-1]); t(lambda: m[3]); t(lambda: m[-1]); t(lambda: m[10]); t(lambda: m[-11])
t(lambda: m["x"]); t(lambda: m[1.0]); t(lambda: m[1, 2]); t(lambda: m[()]); t(lambda: m[...]); t(lambda: m[1:2, 3:4])
def setit(mm, k, v):
    mm[k] = v
    return mm.tolist()
def delit(mm, k):
    del mm[k]
t(setit, m, 0, 1); t(delit, m, 0)
ba = bytearray(b"abcdefgh")
w = memoryview(ba)
t(setit, w, 0, 65); t(setit, w, 0, 256); t(setit, w, 0, -1); t(setit, w, 0, "a"); t(setit, w, 0, b"a"); t(setit, w, 0, 1.5)
t(setit, w, slice(1, 3), b"XY"); t(setit, w, slice(1, 3), b"XYZ"); t(setit, w, slice(1, 3), "XY"); t(setit, w, slice(1, 3), 5)
t(setit, w, slice(None, None, 2), b"1234"); t(setit, w, slice(0, 4), w[4:8]); t(setit, w, slice(1, 8), w[0:7]); t(setit, w, 99, 1)
t(delit, w, 0)
print(ba)
t(ba.append, 1); t(ba.extend, b"x"); t(ba.clear); t(ba.pop); t(ba.__setitem__, slice(0, 2), b"zz"); t(ba.__setitem__, slice(0, 2), b"zzz")
t(ba.__delitem__, 0); t(ba.insert, 0, 1); t(ba.remove, 49); t(ba.__iadd__, b"x"); t(ba.__imul__, 2); t(ba.__imul__, 1); t(ba.reverse); t(ba.__iadd__, b"")
s = w[2:4]
w.release()
t(ba.append, 1)
s.release()
t(ba.append, 1)
t(lambda: w[0]); t(lambda: len(w)); t(lambda: w.tobytes()); t(lambda: w.obj); t(lambda: w.format); t(w.release); t(lambda: repr(w)[:16]); t(lambda: w == w); t(lambda: w == b""); t(hash, w)
with memoryview(b"abc") as q:
    print(q.tolist())
t(lambda: q.tolist())
t(q.__enter__)
t(lambda: list(memoryview(b"abc"))); t(lambda: tuple(memoryview(b"abc")[::-2]))
print(type(iter(memoryview(b"a"))), list(reversed(memoryview(b"abc"))), 98 in memoryview(b"abc"), b"b" in memoryview(b"abc"))
for f in "bBhHiIlLqQnNfdc?eP":
    data = bytearray(range(16))
    c = memoryview(data).cast(f)
    print(f, c.itemsize, len(c), c.shape, c.strides, c.readonly, c.tolist()[:2] if f not in "fde" else len(c.tolist()))
t(lambda: memoryview(b"abcd").cast("x")); t(lambda: memoryview(b"abcd").cast("<i")); t(lambda: memoryview(b"abcd").cast("@i")); t(lambda: memoryview(b"abc").cast("i")); t(lambda: memoryview(b"abcd").cast(5)); t(lambda: memoryview(b"abcd").cast("ii")); t(lambda: memoryview(b"abcd").cast(""))
t(lambda: memoryview(b"abcdefgh").cast("i").cast("h")); t(lambda: memoryview(b"abcdefgh").cast("i").cast("B")); t(lambda: memoryview(b"abcdefgh")[::2].cast("B"))
x = memoryview(b"abcdef").cast("B", shape=[2, 3])
print(x.tolist(), x.shape, x.strides, x.ndim, x[1, 2], len(x), x.nbytes, x.tobytes(), x.c_contiguous, x.f_contiguous)
t(lambda: x[0]); t(lambda: x[0:1]); t(lambda: x[2, 0]); t(lambda: x[0, 3]); t(lambda: x[0, 0, 0]); t(lambda: x[0:1, 0:1]); t(lambda: x[-1, -1]); t(lambda: list(x)); t(lambda: x.cast("B")); t(lambda: x.cast("B", [6])); t(lambda: x == memoryview(b"abcdef")); t(lambda: x == x); t(lambda: hash(x) == hash(b"abcdef")); t(lambda: x.hex()); t(lambda: x.tobytes("F")); t(lambda: x.tobytes(order="C")); t(lambda: x.tobytes("Z")); t(lambda: x.tobytes(None)); t(lambda: bytes(x))
t(lambda: memoryview(b"abcdef").cast("B", (2, 2))); t(lambda: memoryview(b"abcdef").cast("B", [0])); t(lambda: memoryview(b"abcdef").cast("B", [-1])); t(lambda: memoryview(b"abcdef").cast("B", ["a"])); t(lambda: memoryview(b"abcdef").cast("B", 5)); t(lambda: memoryview(b"abcd").cast("i", []))
z = memoryview(b"abcd").cast("i", [])
print(z.shape, z.ndim, z[()], z.tolist(), z.nbytes, z.itemsize, z.strides); t(lambda: len(z)); t(lambda: z[0]); t(lambda: z[:]); t(lambda: z[...]); t(lambda: list(z))
t(lambda: memoryview(b"abc") == b"abc"); t(lambda: memoryview(b"abc") == bytearray(b"abc")); t(lambda: b"abc" == memoryview(b"abc")); t(lambda: memoryview(b"abc") != b"abd"); t(lambda: memoryview(b"abc") < b"abd"); t(lambda: memoryview(b"abc") == "abc"); t(lambda: memoryview(b"abc") == [97, 98, 99]); t(lambda: memoryview(b"abcd").cast("i") == b"abcd"); t(lambda: memoryview(b"ab")[::-1] == b"ba"); t(lambda: memoryview(b"a").cast("c") == memoryview(b"a")); t(lambda: memoryview(b"a").cast("b") == memoryview(b"a"))
print(hash(memoryview(b"abc")) == hash(b"abc"), hash(memoryview(b"abc")[::2]) == hash(b"ac")); t(hash, memoryview(bytearray(b"abc"))); t(hash, memoryview(b"abcd").cast("i")); print(hash(memoryview(b"abcd").cast("c")) == hash(b"abcd"))
t(memoryview); t(memoryview, "abc"); t(memoryview, 5); t(memoryview, b"", b""); t(lambda: memoryview(object=b"ab")); t(memoryview, memoryview(b"ab")[::-1])
t(lambda: b"x" + memoryview(b"abc")); t(lambda: bytearray(b"x") + memoryview(b"abc")); t(lambda: memoryview(b"abc") + b"x"); t(lambda: b"".join([memoryview(b"ab"), b"c"])); t(lambda: bytes(memoryview(b"abc"))); t(lambda: bytearray(memoryview(b"abc"))); t(lambda: bytes(memoryview(b"abc")[::-1])); t(lambda: str(memoryview(b"abc"), "ascii")); t(lambda: int(memoryview(b"12"))); t(lambda: float(memoryview(b"1.5"))); t(lambda: b"abcabc".find(memoryview(b"ca"))); t(lambda: b"abc".startswith(memoryview(b"ab"))); t(lambda: int.from_bytes(memoryview(b"\1\2"), "big")); t(lambda: b"a-b".split(memoryview(b"-"))); t(lambda: b"abc".replace(memoryview(b"a"), memoryview(b"zz"))); t(lambda: memoryview(b"b") in b"abc"); t(lambda: memoryview(b"abc") * 2)
t(lambda: memoryview(b"abc").hex()); t(lambda: memoryview(b"abc").hex(":")); t(lambda: memoryview(b"abcd").hex("-", 2)); t(lambda: memoryview(b"abc")[::-1].hex())
ro = memoryview(bytearray(b"abc")).toreadonly(); print(ro.readonly, ro.tolist()); t(setit, ro, 0, 1)
class B(bytes): pass
print(memoryview(B(b"xy")).obj, bool(memoryview(b"")), bool(memoryview(b"a")))
try:
    class M(memoryview): pass
except TypeError as e: print(e)
match memoryview(b"ab"):
    case [a, c]: print("seq", a, c)
import sys
d = memoryview(bytearray(8)).cast("d"); d[0] = 1.5; print(d[0], d.tobytes()); t(setit, d, 0, "x"); t(setit, d, 0, 3)
l = memoryview(bytearray(8)).cast("q"); t(setit, l, 0, 2**63); t(setit, l, 0, -2**63); t(setit, l, 0, 1.5); t(setit, l, 0, True)
u = memoryview(bytearray(8)).cast("Q"); t(setit, u, 0, 2**64 - 1); t(setit, u, 0, -1); t(setit, u, 0, 2**64)
c = memoryview(bytearray(2)).cast("c"); t(setit, c, 0, b"z"); t(setit, c, 0, b"zz"); t(setit, c, 0, 5)
o = memoryview(bytearray(2)).cast("?"); t(setit, o, 0, []); t(setit, o, 1, "x")
h = memoryview(bytearray(4)).cast("h"); t(setit, h, slice(0, 2), b"abcd"); t(setit, h, slice(0, 2), memoryview(b"abcd").cast("h")); t(setit, h, 0, 40000); t(setit, h, 0, -32768)
f2 = memoryview(bytearray(4)).cast("f"); t(setit, f2, 0, 1e300); t(setit, f2, 0, 0.1)
e2 = memoryview(bytearray(2)).cast("e"); t(setit, e2, 0, 1.5); t(setit, e2, 0, 1e6)

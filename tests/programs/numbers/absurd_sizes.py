# Requests for more than any machine has are exceptions, never the end of the program.
def t(name, f):
    try:
        r = f()
        print(name, "ok", type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__, e)
N = 2**60
M = 2**62
t("zfill", lambda: "1".zfill(N)); t("bzfill", lambda: b"1".zfill(N)); t("mul", lambda: "a" * M); t("mul2", lambda: "ab" * M); t("mulu", lambda: "\u1234" * M)
t("bmul", lambda: b"a" * M); t("bamul", lambda: bytearray(b"a") * M); t("lmul", lambda: [0] * N); t("lmul2", lambda: [0, 1] * M); t("tmul", lambda: (0,) * N); t("tmul2", lambda: (0, 1) * M)
t("bytes", lambda: bytes(M)); t("bytearray", lambda: bytearray(M)); t("bytes63", lambda: bytes(2**63)); t("bytes-1", lambda: bytes(-1))
t("center", lambda: " ".center(N)); t("ljust", lambda: "a".ljust(N)); t("rjust", lambda: "a".rjust(N)); t("centeru", lambda: "\u1234".center(M)); t("bcenter", lambda: b"a".center(N)); t("bljust", lambda: b"a".ljust(M)); t("brjust", lambda: b"a".rjust(M))
t("expand", lambda: "\ta".expandtabs(N))
t("fmt", lambda: f"{1:{N}}"); t("fmt2", lambda: format(1, "9223372036854775807d")); t("fmt3", lambda: format(1.5, ".9223372036854775807f")); t("fmt6", lambda: "{:>1152921504606846976}".format("x")); t("fmt7", lambda: format("a", "99999999999999999999")); t("fmt8", lambda: "%99999999999999999999d" % 1); t("fmt9", lambda: format(1.5, ".2147483648f")); t("fmt10", lambda: f"{'a':\u12341152921504606846976}")
t("fmt11", lambda: "%9223372036854775807s" % "a"); t("fmt12", lambda: b"%9223372036854775807s" % b"a")
t("shl", lambda: 1 << M); t("shl2", lambda: 1 << 2**64); t("shl3", lambda: 0 << 2**70); t("shr", lambda: 5 >> 2**70); t("shl4", lambda: 1 << N); t("pow", lambda: 2 ** M if False else 0); t("neg", lambda: -1 >> 2**70)
t("listrange", lambda: list(range(M))); t("listrange2", lambda: list(range(2**70))); t("tuplerange", lambda: tuple(range(N))); t("len", lambda: len(range(2**70))); 
t("joined", lambda: ("a" * 2**20).join(["b"] * 2**4) and 0); t("tobytes", lambda: (1).to_bytes(N, "big")); t("imul", lambda: [1].__imul__(N))
t("strmul", lambda: N * "a"); t("lmulneg", lambda: [1] * -N); t("mul64", lambda: "a" * 2**64); t("lmul64", lambda: [1] * 2**64); t("tmul64", lambda: () * 2**64); t("bmul64", lambda: b"" * 2**64)
t("round2", lambda: round(1.5, M)); t("round3", lambda: round(1.5, 2**70)); t("int", lambda: int("1" * 5000)); t("str", lambda: str(10**5000)); t("big", lambda: len(hex(1 << 10**6)))
t("replace", lambda: ("a" * 2**16).replace("a", "b" * 2**47)); t("breplace", lambda: (b"a" * 2**16).replace(b"a", b"b" * 10) and 0); t("translate", lambda: "aa".translate({97: "b" * 10}))
t("setslice", lambda: [].__setitem__(slice(0, 0), range(N))); t("extend", lambda: [].extend(range(N))); t("set", lambda: [].append(0)); t("ba*=", lambda: bytearray(b"ab").__imul__(M))
t("complex", lambda: complex("1" * 10)); t("read", lambda: "abc"[0:M]); t("slice", lambda: "abc"[-M:M]); t("range", lambda: range(0, 2**70, 2**60)[5]); t("index", lambda: [1][2**70]); t("pop", lambda: [1].pop(2**70)); t("insert", lambda: [1].insert(2**70, 5))
import itertools, math
from _collections import deque
def t(name, f):
    try:
        r = f()
        print(name, "ok", type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__, e)
N = 2**60
M = 2**62
t("deque2", lambda: deque([1], maxlen=2**70)); t("rot", lambda: deque([1, 2]).rotate(2**62)); t("comb", lambda: math.comb(10, 5)); t("fact", lambda: math.factorial(2**64)); t("fact2", lambda: math.factorial(-1)); t("ldexp", lambda: math.ldexp(1.0, 2**70)); t("ldexp2", lambda: math.ldexp(1.0, -2**70)); t("repeat", lambda: list(itertools.repeat(0, N))); t("islice", lambda: list(itertools.islice([1, 2], 0, 2**62))); t("product", lambda: itertools.product([1], repeat=2**62)); t("comb", lambda: itertools.combinations([1], 2**62)); t("cwr", lambda: itertools.combinations_with_replacement([1], 2**62)); t("tee", lambda: itertools.tee([1], 2**60)); t("count", lambda: next(itertools.count(2**70))); t("isqrt", lambda: math.isqrt(2**200)); t("perm", lambda: math.perm(5, 2**70)); t("comb2", lambda: math.comb(2**70, 2)); t("comb3", lambda: math.comb(2**70, 2**69))
import sys
t("limit", lambda: sys.setrecursionlimit(2**40)); t("limit2", lambda: sys.setrecursionlimit(0)); t("intern", lambda: sys.intern("a"))
import io
t("seek", lambda: io.BytesIO().seek(2**62)); 
def w():
    b = io.BytesIO(); b.seek(2**60); b.write(b"x")
t("bwrite", w); t("trunc", lambda: io.BytesIO(b"abc").truncate(2**62)); t("sseek", lambda: io.StringIO().seek(2**60))
def w2():
    b = io.StringIO(); b.seek(2**60); b.write("x")
t("swrite", w2); t("bread", lambda: io.BytesIO(b"abc").read(2**62)); t("readline", lambda: io.StringIO("abc").readline(2**62))

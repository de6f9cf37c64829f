# wasm: yes
# Augmented addition to a str never changes what another name, a container or a caller still sees.
def mk(*a): return "".join(a)
def f(s):
    s += "x"
    return s
def g(s):
    t = s
    s += "yy"
    return t, s
def h(s):
    for c in s:
        s += c
    return s
class A:
    def __init__(self, s): self.s = s
    def add(self, x):
        old = self.s
        self.s += x
        return old
def loop(n):
    s = mk("a", "b")
    out = []
    for i in range(n):
        out.append(s)
        s += str(i)
    return out
def gen(s):
    while len(s) < 8:
        s += "z"
        yield s
def closure():
    s = mk("c", "d")
    def inner():
        nonlocal s
        s += "!"
        return s
    a = inner()
    b = inner()
    return a, b, s
t = mk("q", "r")
print(f(t), t, f(t), t)
print(g(mk("a", "b")), h(mk("x", "y")))
a = A(mk("m", "n")); print(a.add("1"), a.add("2"), a.s)
print(loop(5), list(gen(mk("g", "h"))), closure())
u = t; t += "w"; print(u, t)
d = {mk("k", "1"): 1}
for k in d:
    k2 = k
    k += "zz"
    print(k2, k, d)
l = [mk("l", "0")]; x = l[0]; l[0] += "v"; print(x, l)
def swap(a, b):
    a, b = b, a
    a += b
    return a, b
print(swap(mk("1", "2"), mk("3", "4")))
def two():
    s = mk("a", "b")
    t = (s, 1)
    s += "c"
    return t, s
print(two())
def cond(flag):
    s = mk("p", "q")
    r = s if flag else "z"
    s += "t"
    return r, s
print(cond(True), cond(False))
def exc():
    s = mk("e", "f")
    try:
        raise ValueError(s)
    except ValueError as e:
        s += "g"
        return e.args, s
print(exc())
def ret(s):
    return s
s = mk("r", "s"); v = ret(s); v += "t"; print(s, v)
def deflt(s=mk("d", "e")):
    s += "f"
    return s
print(deflt(), deflt())
def big():
    s = ""
    for i in range(1000): s += "ab"
    h1 = hash(s)
    s += "é"
    s += "日"
    return len(s), s[-3:], hash(s) != h1, s == "ab" * 1000 + "é日"
print(big())
w = mk("i", "j"); w += w; print(w, w.isascii()); w += "é"; print(w.isascii(), w)
print((lambda s: [s := s + "k", s])(mk("y", "z")))
def star(*args):
    a = args[0]
    a += "n"
    return args, a
print(star(mk("s", "t")))
def kw(**k):
    a = k["a"]
    a += "n"
    return k, a
print(kw(a=mk("s", "t")))
class P:
    s = mk("c", "l")
p = P(); p.s += "x"; print(P.s, p.s)

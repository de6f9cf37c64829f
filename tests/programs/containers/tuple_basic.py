# wasm: yes
# Tuples: literals, operators, comparison, hash, immutability.
t = (1, "a", 2.5)
print(t, (), (1,), 1, (1, 2) + (3,), t * 2, 0 * t, t[0], t[-1], t[1:], t[::-1], len(t), "a" in t, t.index("a"), t.count(1), t == (1, "a", 2.5))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") < (2, 0), (2,) > (1, 9, 9), (1, 2) == [1, 2], (1, 2) != (1, 2))
print(hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "x"}[(1, 2)], tuple([1, 2]), tuple("ab"), tuple(), tuple(range(3)), tuple(t) is t, t[:] is t)
a, b, c = t
print(a, b, c, *t, sep="-")
def pair():
    return 1, 2
x, y = pair()
print(x, y, pair(), type(pair()))
for action in (lambda: t[3], lambda: t + [1], lambda: hash(([],)), lambda: t["x"], lambda: t.index(9), lambda: (1,) < (1, "a") < ("b",), lambda: t * "a", lambda: tuple(5), lambda: t.append):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
m = ([1],)
try:
    m[0] += [2]
except TypeError as error:
    print(error, m)
t2 = t
t2 += (9,)
print(t, t2)

# Square roots by ** 0.5 are rounded as pow rounds them, which is not always as sqrt does. Not on wasm, whose C library
# has another pow.
def numbers(n, seed):
    out = []
    s = seed
    for i in range(n):
        s = (s * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
        out.append((s >> 11) / 9007199254740992.0 * 10.0 ** (i % 9 - 4))
    return out
def f(xs):
    t = 0
    for x in xs:
        t ^= hash(x ** 0.5)
    return t
print(f(numbers(20000, 7)), f([float(i) for i in range(1,20000)]), f([1e-300, 1e300, 5e-324, 2.0]))
# Where the fast way begins and ends.
edges = [2.0 ** e * m for e in (-101, -100, -99, 0, 1, 99, 100, 101) for m in (1.0, 1.0 + 2.0 ** -52, 2.0 - 2.0 ** -52, 1.5)]
print(f(edges), [x ** 0.5 for x in (0.0, -0.0, 4.0, 9.0, 2.0, float("inf"))], (-4.0) ** 0.5)

# wasm: yes
# A function with many variables, all alive at once, across calls, loops and exceptions.
def many(n):
    a0 = n; a1 = a0 + 1; a2 = a1 * 2; a3 = str(a2); a4 = [a3]; a5 = (a4, a0); a6 = {a3: a5}; a7 = a1 / 4
    b0 = a7 > 1; b1 = not b0; b2 = a3 * 2; b3 = a2 ** 20; b4 = None; b5 = lambda: a0 + a2; b6 = {a0, a1}; b7 = range(a0)
    for c0 in b7:
        c1 = c0 * a2
        try:
            c2 = a4[c0]
        except IndexError as error:
            c2 = str(error)
            a4.append(c0)
        else:
            c2 += "!"
        finally:
            c3 = len(a4)
        d0, (d1, *d2) = c0, (c1, c2, c3)
    while a1 > 0:
        a1 -= 3
        if a1 == 2: b4 = "two"
    return a0, a1, a2, a3, a4, a5[1], len(a6), a7, b0, b1, b2, b3, b4, b5(), sorted(b6), list(b7), c0, c1, c2, c3, d0, d1, d2
for n in (2, 5, 8):
    print(many(n))
def parameters(a, b, c, d, e, f, g, h, i, j, k, l, m=13, n=14, o=15, p=16):
    return [p, o, n, m, l, k, j, i, h, g, f, e, d, c, b, a]
print(parameters(*range(12)), parameters(*range(16)), parameters(*range(10), l=1, k=2, p=3))
def maybe_unbound(k):
    if k > 0: x = 1
    if k > 1: y = x + 1
    if k > 2: z = x + y
    try:
        return z
    except UnboundLocalError as error:
        first = str(error)
    try:
        return first, y
    except UnboundLocalError as error:
        return first, str(error)
print([maybe_unbound(k) for k in range(4)])

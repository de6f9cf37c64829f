# wasm: yes
# Keyword-only and positional-only parameters and their errors.
def f(a, /, b, *, c, d=4):
    return a, b, c, d
print(f(1, 2, c=3), f(1, b=2, c=3, d=5))
def g(*, x, y=2):
    return x, y
def h(a, b=1, /, **kw):
    return a, b, kw
print(g(x=1), g(y=5, x=6), h(1, a=5, b=6), h(1, 2, a=3))
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
attempt(lambda: f(1, 2))
attempt(lambda: f(1, 2, 3))
attempt(lambda: f(a=1, b=2, c=3))
attempt(lambda: f(1, c=3))
attempt(lambda: f(1, 2, 3, c=4))
attempt(lambda: f(1, 2, c=3, e=5))
attempt(lambda: g())
attempt(lambda: g(1))
attempt(lambda: g(x=1, z=2))
attempt(lambda: h())
attempt(lambda: h(a=1))
def k(*, p, q, r): pass
attempt(lambda: k())
attempt(lambda: k(q=1))
def pos(a, b, /): pass
attempt(lambda: pos(a=1, b=2))
attempt(lambda: pos(1, b=2))
attempt(lambda: pos(1))

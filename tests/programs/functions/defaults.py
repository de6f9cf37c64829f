# wasm: yes
# Default values: evaluated once, mutable, order of evaluation, too few and too many arguments.
def f(a, b=2, c=[]):
    c.append(a)
    return a, b, c
print(f(1), f(2), f(3, 4), f(5, c=[0]), f(b=9, a=6), f.__defaults__)
n = 10
def g(x=n, y=n + 1):
    return x, y
n = 99
print(g(), g(1), g(y=0))
def noisy(tag, value):
    print("eval", tag)
    return value
def h(a=noisy("a", 1), *, b=noisy("b", 2), c=noisy("c", 3)):
    return a, b, c
print("defined")
print(h(), h(b=5), h.__kwdefaults__)
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
attempt(lambda: f())
attempt(lambda: f(1, 2, 3, 4))
attempt(lambda: f(1, a=2))
attempt(lambda: f(1, d=2))
attempt(lambda: g(1, 2, 3))
attempt(lambda: h(1, 2))
attempt(lambda: h(1, 2, 3))
def two(a, b): pass
def three(a, b, c): pass
def none(): pass
attempt(lambda: two())
attempt(lambda: two(1))
attempt(lambda: two(b=1))
attempt(lambda: three())
attempt(lambda: none(1))
attempt(lambda: none(1, 2))
attempt(lambda: none(x=1))
attempt(lambda: two(1, 2, 3))
f.__defaults__ = (7, [8])
print(f(1))
f.__defaults__ = None
attempt(lambda: f(1))

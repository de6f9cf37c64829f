# wasm: yes
# Locals, cells, nested functions and exceptions that live across yields.
def many():
    a, b, c = 1, 2.5, "three"
    d = [a]
    yield a, b, c, d
    a += 10; b *= 2; c += "!"; d.append(a)
    yield a, b, c, d
    del b
    try:
        b
    except UnboundLocalError as error:
        yield str(error)
    def inner():
        nonlocal a
        a *= 100
        return a
    yield inner(), a
    f = lambda: (yield)
    yield type(f()).__name__
    for i in range(2):
        for j in range(2):
            yield i, j, [i * k for k in range(j + 1)]
    while a:
        a //= 10
        if a == 11: continue
        if a < 5: break
        yield a
    else:
        yield "never"
    yield {k: v for k, v in zip("ab", (1, 2))}, (x for x in [a]).__next__()
print(*many(), sep="\n")
def closure(n):
    total = 0
    def add(x):
        nonlocal total
        total += x
    for i in range(n):
        add(i)
        yield total
print(list(closure(5)))
g1, g2 = closure(3), closure(3)
print(next(g1), next(g1), next(g2), next(g1), next(g2))
class Tree:
    def __init__(self, *kids, v=0): self.kids, self.v = kids, v
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(Tree(v=2), Tree(Tree(v=4), v=3), v=1)))
def recursion(n):
    if n > 0:
        yield n
        for x in recursion(n - 1):
            yield x
print(list(recursion(10)))
def swap():
    a, b = 1, 2
    while True:
        a, b = b, a
        x = yield a
        if x is not None: b = x
s = swap()
print(next(s), next(s), s.send("new"), next(s))
def with_exception():
    saved = None
    for i in range(3):
        try:
            1 / (i - 1)
        except ZeroDivisionError as error:
            saved = error
        yield saved
print(list(with_exception()))

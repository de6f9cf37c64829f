# wasm: yes
# yield, iteration, laziness, return value, exhaustion.
def count(n):
    print("start")
    for i in range(n):
        print("yield", i)
        yield i
        print("after", i)
    print("end")
    return "result"
g = count(2)
print(type(g).__name__, g.__name__, next(g))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value, stop.args)
try:
    next(g)
except StopIteration as stop:
    print("again", stop.value)
print(next(g, "default"), list(g))
def squares():
    n = 0
    while True:
        yield n * n
        n += 1
def take(n, it):
    for _, x in zip(range(n), it):
        yield x
print(list(take(5, squares())), sum(take(100, squares())), [x for x in take(3, squares())], dict(enumerate(take(2, squares()))), max(take(4, squares())), 9 in squares(), tuple(take(0, squares())))
def empty():
    return
    yield
print(list(empty()), [*empty()])
def args(a, b=2, *c, d=4, **e):
    yield a
    yield b, c, d, e
print(list(args(1)), list(args(1, 3, 5, d=6, f=7)))
try:
    args()
except TypeError as error:
    print(error)
def raises():
    yield 1
    raise ValueError("inside")
it = raises()
print(next(it))
try:
    next(it)
except ValueError as error:
    print(error)
print(list(it))
g = (x * 2 for x in range(3))
print(g.__name__, next(g), list(g), iter(g) is g, sum(x for x in range(4)), "".join(c for c in "abc"))
a, *b = (i for i in "xyz")
print(a, b)

# wasm: yes
# send: two-way generators, priming, coroutines that average.
def echo():
    received = yield "ready"
    while received != "stop":
        received = yield f"got {received}"
    return "done"
g = echo()
print(next(g), g.send("a"), next(g), g.send(5))
try:
    g.send("stop")
except StopIteration as stop:
    print("returned", stop.value)
g = echo()
try:
    g.send("too early")
except TypeError as error:
    print(error)
print(g.send(None))
def average():
    total = count = 0
    value = None
    while True:
        x = yield value
        total += x
        count += 1
        value = total / count
a = average()
next(a)
print([a.send(x) for x in (10, 20, 30)])
def expression():
    x = (yield 1) + (yield 2)
    print("x", x)
    y = yield
    print("y", y, [i for i in ()])
    print("call", max((yield "m1"), (yield "m2")))
    yield from ()
    yield
e = expression()
print(next(e), e.send(10), e.send(20), e.send("why"), e.send(3), e.send(4))
def accumulate():
    items = []
    try:
        while True:
            items.append((yield len(items)))
    finally:
        print("items", items)
acc = accumulate()
print(next(acc), acc.send("a"), acc.send("b"))
acc.close()
try:
    acc.send("c")
except StopIteration:
    print("closed")
def yields_in_places():
    d = {}
    d[(yield "key")] = yield "value"
    print(d, f"{(yield 'f')}", (yield) or (yield "second"))
y = yields_in_places()
print(next(y), y.send("v"), y.send("k"), y.send("fs"), y.send(0))
try:
    y.send("last")
except StopIteration:
    pass

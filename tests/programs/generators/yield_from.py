# wasm: yes
# yield from: delegation of values, send, throw, close and results.
def inner(tag):
    try:
        x = yield tag + "1"
        print("inner got", x)
        y = yield tag + "2"
        print("inner got", y)
        return tag + " result"
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
        return "after error"
    finally:
        print("inner finally")
def outer():
    r = yield from inner("a")
    print("r =", r)
    r = yield from inner("b")
    print("r =", r)
    yield from [1, 2]
    yield from "xy"
    yield from range(2)
    r = yield from ()
    print("r =", r)
    return "outer result"
g = outer()
print(next(g), g.send("s1"), g.send("s2"), g.throw(ValueError("v")), next(g), list(g))
def wrap():
    print("result", (yield from outer()))
g = wrap()
next(g)
g.close()
def chain(*its):
    for it in its:
        yield from it
print(list(chain([1], (2,), {3: 0}, "45", (x for x in [6]))))
def tree(t):
    if isinstance(t, list):
        for s in t:
            yield from tree(s)
    else:
        yield t
print(list(tree([1, [2, [3, [4]], 5], []])))
def bad():
    yield from 5
try:
    list(bad())
except TypeError as error:
    print(error)
def send_to_list():
    yield from [1, 2]
g = send_to_list(); next(g)
try:
    g.send("x")
except AttributeError as error:
    print(error)
class It:
    def __iter__(self): return self
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("value of it")
        return self.n
    def throw(self, *args):
        print("throw", args)
        return "thrown"
    def close(self): print("closed it")
def delegate():
    v = yield from It()
    print("v", v)
g = delegate()
print(list(g))
g = delegate(); next(g)
print(g.throw(KeyError("k")))
g.close()
def depth(n):
    if n: yield from depth(n - 1)
    yield n
print(sum(depth(100)), list(depth(3)))
def returns_through():
    def sub():
        return 5
        yield
    x = yield from sub()
    y = yield from sub()
    return x + y
try:
    next(returns_through())
except StopIteration as stop:
    print(stop.value)

# wasm: yes
# Decorators: order, arguments, classes, stacking.
log = []
def trace(fn):
    log.append(f"decorate {fn.__name__}")
    def wrapper(*args, **kwargs):
        log.append(f"call {fn.__name__}{args}{kwargs}")
        return fn(*args, **kwargs)
    wrapper.__name__ = fn.__name__
    return wrapper
def times(n):
    log.append(f"times {n}")
    def decorate(fn):
        log.append(f"apply {n}")
        return lambda *a: [fn(*a) for _ in range(n)]
    return decorate
@trace
def add(a, b=1):
    return a + b
@times(2)
@trace
@times(1)
def double(x):
    return x * 2
print(add(1), add(1, b=5), double(4), add.__name__)
for line in log:
    print(line)
def register(cls):
    cls.registered = True
    cls.double = lambda self: self.n * 2
    return cls
@register
class Num:
    def __init__(self, n):
        self.n = n
print(Num.registered, Num(4).double())
class CountCalls:
    def __init__(self, fn):
        self.fn, self.calls = fn, 0
    def __call__(self, *args):
        self.calls += 1
        return self.fn(*args)
@CountCalls
def hello(name):
    return "hi " + name
print(hello("a"), hello("b"), hello.calls)
@(lambda f: "replaced")
def gone():
    pass
print(gone)
table = {}
def on(name):
    return lambda f: table.setdefault(name, f)
@on("x")
def handler():
    return "handled"
print(table["x"]())

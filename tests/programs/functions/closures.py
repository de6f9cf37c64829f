# wasm: yes
# Closures: cells, late binding, nonlocal, counters, deep nesting.
def counter(start=0):
    count = start
    def step(by=1):
        nonlocal count
        count += by
        return count
    def read():
        return count
    return step, read
step, read = counter()
other, _ = counter(100)
print(step(), step(5), read(), other(), read())
def outer():
    x = 1
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    f = middle()
    f()
    return f(), x
print(outer())
def late():
    fs = []
    for i in range(3):
        def f():
            return i
        fs.append(f)
    return [f() for f in fs]
print(late())
def early():
    return [(lambda k: lambda: k)(i) for i in range(3)]
print([f() for f in early()])
def unset():
    def use():
        return value
    try:
        use()
    except NameError as error:
        print(error)
    value = 5
    print(use())
    del value
    try:
        use()
    except NameError as error:
        print(error)
unset()
def memo(fn):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = fn(n)
        return cache[n]
    return wrapper
fib = memo(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2))
print(fib(80))
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2)(10))
def shadow(x):
    def f(x):
        x += 1
        return x
    return f(x), x
print(shadow(1))
def param_cell(a, b=2, *c, **d):
    return lambda: (a, b, c, d)
print(param_cell(1, 3, 5, k=6)())

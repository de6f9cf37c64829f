# wasm: yes
# warnings: yes
# throw() with several arguments warns, once for each line.
def g():
    while True:
        try:
            yield 1
        except ValueError as e:
            print(repr(e))
a = g()
next(a)
a.throw(ValueError, "x")
a.throw(ValueError, ValueError("y"), None)
a.throw(ValueError)
a.throw(ValueError("z"))
def f():
    a.throw(ValueError, "x")
f()
f()

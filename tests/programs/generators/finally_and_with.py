# wasm: yes
# Generators with try/finally and with, abandoned halfway.
class R:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("open", self.name)
        return self
    def __exit__(self, kind, value, tb):
        print("close", self.name, kind.__name__ if kind else None)
def lines():
    with R("file") as r:
        for i in range(3):
            yield f"{r.name} {i}"
print(list(lines()))
for line in lines():
    print(line)
    break
print("after break")
def partial():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
it = partial()
next(it)
del it
print("deleted")
def f():
    it = partial()
    next(it)
    return "returning"
print(f())
it = partial()
next(it)
it = None
print("rebound")
never_started = partial()
del never_started
print("no cleanup when not started")
def nested():
    try:
        try:
            yield "a"
        except ValueError:
            yield "b"
        else:
            yield "else"
        finally:
            yield "f1"
    finally:
        print("outermost")
print(list(nested()))
g = nested(); next(g); print(g.throw(ValueError), list(g))
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            yield i
        finally:
            print("fin", i)
print(list(loop()))
def catch_and_continue():
    n = 0
    while n < 3:
        try:
            n += 1
            x = yield n
            if x == "raise": raise KeyError(n)
        except KeyError as error:
            print("handled", error)
            yield "handled"
g = catch_and_continue()
print(next(g), g.send("raise"), next(g), next(g, "end"))
def ctx_exc():
    try:
        raise ValueError("v")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield f"re-raised {e}"
print(list(ctx_exc()))

# Exceptions that leave code compiled at run time: tracebacks, classes, messages.
import sys


def frames(tb):
    out = []
    while tb:
        code = tb.tb_frame.f_code
        out.append((code.co_filename.rsplit("/")[-1], code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


sources = ["1/0", "def f():\n    return 1/0\n\n\nf()", "def f(n):\n    return f(n - 1) if n else [][1]\nf(3)",
           "class A:\n    x = undefined", "[1/i for i in (1, 0)]", "list(1/i for i in (1, 0))", "(lambda: None.x)()",
           "raise ValueError('v')", "def g():\n    yield 1\n    raise KeyError('k')\nfor _ in g(): pass",
           "try:\n    1/0\nexcept ZeroDivisionError:\n    [][0]", "x = {}\nx['a']['b']", "import nothing_like_this",
           "a, b = 1", "a, *b, c = [1]", "for x in 5: pass", "'a'.nope", "int('x')",
           "with 5: pass", "def f(a): pass\nf()", "def f(a): pass\nf(1, b=2)", "print(undefined_name)", "del undefined_name",
           "raise 5", "raise ValueError from 5", "assert 0", "async def f(): pass\nf().send(None)"]
for text in sources:
    try:
        exec(compile(text, "made.py", "exec"), {"__name__": "made"})
    except BaseException as e:
        print(repr(text), type(e).__name__, e, frames(e.__traceback__)[1:])
        if e.__context__:
            print("  context", type(e.__context__).__name__)


def deep(n):
    return eval("deep(n + 1)")


try:
    deep(0)
except RecursionError as e:
    print(type(e).__name__, e)
ns = {}
exec("def r(n): return r(n + 1)", ns)
try:
    ns["r"](0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
exec("class Link:\n    def __init__(self, n): self.n = n", ns)
chain = None
for i in range(100000):
    chain = ns["Link"](chain)
del chain


class Noisy:
    def __del__(self):
        print("gone")


exec("n = Noisy()\ndel n\nprint('after')")
for i in range(200):
    exec(f"def f{i % 7}(x={i}): return x\nv = [f{i % 7}() for _ in range(2)]", {"i": i})
e = None
try:
    eval("[][0]")
except IndexError as caught:
    e = caught
print(frames(e.__traceback__))
import gc
gc.collect()

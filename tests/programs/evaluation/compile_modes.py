# compile(): modes, flags, code objects, errors of its arguments.
# wasm: yes
import sys
c = compile("a + 1", "expr.py", "eval")
print(eval(c, {"a": 1}), eval(c, {"a": 41}), c.co_filename, c.co_name, c.co_firstlineno)
c = compile("total = 0\nfor i in range(n):\n    total += i\n", "loop.py", "exec")
for n in (3, 10):
    space = {"n": n}
    exec(c, space)
    print(space["total"])
s = compile("1 + 1\n", "<s>", "single")
exec(s)
exec(compile("'text'; None; [1]", "<s>", "single"))
exec(compile("for i in range(3): i\n", "<s>", "single"))
exec(compile("x = 5", "<s>", "single"))
exec(compile("def f():\n    1\n    return 2\n", "<s>", "single"))
f()
exec(compile("f()", "<s>", "single"))
import builtins
print(builtins._)
shown = []
sys.displayhook = lambda v: shown.append(v)
exec(compile("1; 'a'", "<s>", "single"))
sys.displayhook = sys.__displayhook__
print(shown)
exec(compile("3", "<s>", "single"))
for args in [("1", "f", "other"), ("1", "f"), ("1", "f", "exec", 1 << 30), ("1", "f", "exec", 0, False, 7), (1, "f", "exec"),
             ("1", 3, "exec"), ("1", "f", 3), (None, "f", "exec"), ("a\0b", "f", "exec")]:
    try:
        compile(*args)
        print(args, "ok")
    except Exception as e:
        print(args, type(e).__name__, e)
print(compile("1", b"bytes.py", "exec").co_filename, compile(source="2", filename="k", mode="eval").co_filename)
print(eval(compile(b"# coding: latin-1\n'\xe9'", "enc", "eval")), eval(compile("# coding: latin-1\n'\xe9'", "enc", "eval")))


class Path:
    def __fspath__(self):
        return "path.py"


print(compile("1", Path(), "exec").co_filename)


def plain():
    return "plain"


print(eval(plain.__code__), exec(plain.__code__))


def with_free():
    n = 5

    def inner():
        nonlocal n
        n += 1
        return n

    return inner


inner = with_free()
for call in [lambda: exec(inner.__code__), lambda: eval(inner.__code__), lambda: exec(inner.__code__, closure=(1,)),
             lambda: exec(inner.__code__, closure=()), lambda: exec("1", closure=()),
             lambda: exec(plain.__code__, closure=inner.__closure__)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
exec(inner.__code__, closure=inner.__closure__)
print(inner())
same = compile("x", "f", "eval")
print(same == same, hash(same) == hash(same), repr(same).startswith("<code object <module> at 0x"))
ann = {}
exec(compile("def f(a: undefined) -> 1 + 1: pass\nx: nope = 1", "f", "exec", 0x1000000), ann)
print(ann["f"].__annotations__, ann["__annotations__"])
exec("from __future__ import annotations\ndef f(a: undefined): pass", ann)
print(ann["f"].__annotations__)

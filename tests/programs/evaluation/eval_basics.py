# eval of every kind of expression, in namespaces of every kind.
# wasm: yes
x = 10
values = [
    "1 + 2 * 3", "x", "x ** 2", "[i * i for i in range(5)]", "{i: str(i) for i in range(3)}", "{i % 3 for i in range(9)}",
    "list(i for i in range(4) if i % 2)", "(lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, z=5)", "'a' 'b'",
    "f'{x:>5}|{x!r}|{x=}'", "b'ab\\x00c'", "1 if x > 5 else 2", "not x", "x and 0 or 'y'", "1 < x <= 10 != 3",
    "[1, *range(3), 4]", "{**{'a': 1}, 'b': 2}", "(1,)", "()", "...", "None", "3.5e-3", "2j * 1j", "-2 ** 63",
    "123456789012345678901234567890", "'\\u00e9\\N{BULLET}'", "[1, 2, 3][-1]", "'abcdef'[1:5:2]", "print",
    "max([3, 1, 2], key=lambda v: -v)", "(y := 5) + y", "[a := 1, a + 1]", "[(i, j) for i in 'ab' for j in range(2)]",
    "sum(v for v in range(10) if (w := v % 3))", "''.join(sorted({'b', 'a'}))", "__name__", "x.__class__.__name__",
    "[[n * m for n in range(3)] for m in range(3)]", "(lambda: x)()", "(lambda f: f(f, 5))(lambda f, n: 1 if n < 2 else n * f(f, n - 1))",
    "0x1F + 0b11 + 0o17 + 1_000", "'%s %d' % ('a', 3)", "print(*[1, 2], sep='-')", "[*'ab'] + [*'cd']",
]
for text in values:
    print(text, "->", repr(eval(text)) if "print" != text else eval(text).__name__)
print(eval("x + y", {"x": 1, "y": 2}))
print(eval("x + y", {"x": 1}, {"y": 5}))
print(eval("  \t 7"), eval("7\n"), eval(b"x + 1"), eval(bytearray(b"x + 2")))
print(eval(compile("x * 3", "there", "eval")), eval(compile("x = 3", "there", "exec"), {}))


class Names(dict):
    def __missing__(self, key):
        return "<" + key + ">"


class Mapping:
    def __getitem__(self, key):
        if key == "k":
            return "found"
        raise KeyError(key)


print(eval("a, b", {}, Names(a=1)))
print(eval("k, len", {}, Mapping())[0])
try:
    eval("missing", {}, Mapping())
except NameError as e:
    print(type(e).__name__, e)
for bad in ["x +", "1 = 2", "x y", "import os", "", "lambda: (yield", "x; y"]:
    try:
        eval(bad)
    except SyntaxError as e:
        print(repr(bad), type(e).__name__, e)
for call in [lambda: eval(), lambda: eval(1), lambda: eval("1", 2), lambda: eval("1", {}, 2), lambda: eval("1", [1]),
             lambda: eval("1", globals={}), lambda: eval("1/0"), lambda: eval("nope"), lambda: eval("'a' + 1")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def inside(a, b=3):
    c = a + b
    total = eval("a + b + c")
    d = [eval("a * n", globals(), {"a": a, "n": n}) for n in range(3)]
    e = [eval("a") for _ in range(2)]
    return total, d, e, eval("x", None), eval("c", None, {"c": "local"}), sorted(eval("locals()"))


print(inside(1))


def closure():
    free = "free"

    def inner():
        used = free
        return eval("free + '!' + used")

    def not_captured():
        try:
            return eval("free")
        except NameError as e:
            return str(e)

    return inner(), not_captured()


print(closure())


class Body:
    a = 1
    b = eval("a + 1")
    exec("c = a + b")


print(Body.b, Body.c)
print(eval("eval('eval(\"1 + 1\")')"))
g = {}
eval("1", g)
print(list(g), g["__builtins__"]["len"] is len if isinstance(g["__builtins__"], dict) else "module")
print(eval("len('abc')", {"__builtins__": {"len": lambda s: "mine"}}))
try:
    eval("len('abc')", {"__builtins__": {}})
except NameError as e:
    print(e)

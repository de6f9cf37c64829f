# Programs write programs: the ways in which libraries use exec (namedtuple, dataclass, templates, memo tables).
# wasm: yes
def make_record(name, fields):
    args = ", ".join(fields)
    body = f"class {name}(tuple):\n    __slots__ = ()\n"
    body += f"    def __new__(cls, {args}):\n        return tuple.__new__(cls, ({args},))\n"
    body += f"    def __repr__(self):\n        return '{name}(' + ', '.join(f'{{n}}={{v!r}}' for n, v in zip({fields!r}, self)) + ')'\n"
    for i, field in enumerate(fields):
        body += f"    {field} = property(lambda self: self[{i}])\n"
    space = {}
    exec(body, space)
    return space[name]


Point = make_record("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x + p.y, Point.__mro__[1], p == (1, 2), hash(p) == hash((1, 2)))
try:
    Point(1)
except TypeError as e:
    print(e)


def dataclass(cls):
    fields = list(cls.__annotations__)
    lines = [f"def __init__(self, {', '.join(f + (' = _d_' + f if f in cls.__dict__ else '') for f in fields)}):"]
    lines += [f"    self.{f} = {f}" for f in fields]
    space = {"_d_" + f: cls.__dict__[f] for f in fields if f in cls.__dict__}
    exec("\n".join(lines), space)
    cls.__init__ = space["__init__"]
    cls.__eq__ = eval(f"lambda self, other: ({', '.join('self.' + f for f in fields)},) == ({', '.join('other.' + f for f in fields)},)")
    return cls


@dataclass
class Item:
    name: str
    price: float = 1.5
    count: int = 2


i = Item("a", count=3)
print(i.name, i.price, i.count, i == Item("a", 1.5, 3), i == Item("b"))


class Template:
    def __init__(self, text):
        parts = text.split("%")
        lines = ["def render(**v):", "    out = []"]
        for n, part in enumerate(parts):
            lines.append(f"    out.append({part!r})" if n % 2 == 0 else f"    out.append(str({part}))".replace("$", "v"))
        lines.append("    return ''.join(out)")
        space = {}
        exec(compile("\n".join(lines), "<template>", "exec"), space)
        self.render = space["render"]


t = Template("Hello %$['name'].title()%, you are %$['age'] + 1%!")
print(t.render(name="ann", age=41), t.render(name="bo", age=1))
operations = {op: eval(f"lambda a, b: a {op} b") for op in ["+", "-", "*", "//", "%", "**", "<<", "|", "&", "^", "<", "=="]}
print({op: f(7, 3) for op, f in operations.items()})
poly = eval("lambda x: " + " + ".join(f"{c} * x ** {n}" for n, c in enumerate([1, 2, 3])))
print([poly(x) for x in range(4)])
state = {}
for n, line in enumerate(["a = 3", "b = a * 2", "def f(): return a + b", "c = f()", "a = 10", "d = f()"]):
    exec(line, state)
print({k: v for k, v in state.items() if k in "abcd"})


def unrolled(n):
    exec_space = {}
    exec("def run(x):\n" + "".join(f"    x = x * 3 + {i} & 0xffff\n" for i in range(n)) + "    return x\n", exec_space)
    return exec_space["run"]


print(unrolled(200)(1))
big = "[" + ", ".join(str(i) for i in range(3000)) + "]"
print(sum(eval(big)), len(eval("{" + ", ".join(f"'k{i}': {i}" for i in range(500)) + "}")))
print(eval("+".join(["1"] * 500)), eval("(" * 50 + "1" + ")" * 50))
calls = 0


def counted():
    global calls
    calls += 1
    return calls


print(eval("counted() + counted() * 10"), calls)
print([eval(f"{a} {op} {b}") for a in (1, 2) for op in "+-*" for b in (3, 4)])

# wasm: yes
# An expression tree with several visitors; dispatch by name and by class.
class Node:
    def accept(self, visitor):
        return getattr(visitor, "visit_" + type(self).__name__.lower())(self)
    def __add__(self, o): return Bin("+", self, wrap(o))
    def __mul__(self, o): return Bin("*", self, wrap(o))
    def __radd__(self, o): return Bin("+", wrap(o), self)
    def __neg__(self): return Un("-", self)
class Num(Node):
    def __init__(self, v): self.v = v
class Var(Node):
    def __init__(self, n): self.n = n
class Bin(Node):
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
class Un(Node):
    def __init__(self, op, x): self.op, self.x = op, x
def wrap(x): return x if isinstance(x, Node) else Num(x)
class Show:
    def visit_num(self, n): return str(n.v)
    def visit_var(self, n): return n.n
    def visit_bin(self, n): return f"({n.l.accept(self)} {n.op} {n.r.accept(self)})"
    def visit_un(self, n): return n.op + n.x.accept(self)
class Eval:
    def __init__(self, **env): self.env = env
    def visit_num(self, n): return n.v
    def visit_var(self, n): return self.env[n.n]
    def visit_bin(self, n):
        l, r = n.l.accept(self), n.r.accept(self)
        return l + r if n.op == "+" else l * r
    def visit_un(self, n): return -n.x.accept(self)
class Derive(Show):
    def __init__(self, x): self.x = x
    def visit_num(self, n): return Num(0)
    def visit_var(self, n): return Num(1 if n.n == self.x else 0)
    def visit_bin(self, n):
        dl, dr = n.l.accept(self), n.r.accept(self)
        return dl + dr if n.op == "+" else dl * n.r + n.l * dr
    def visit_un(self, n): return -n.x.accept(self)
x, y = Var("x"), Var("y")
e = 3 + x * x * 2 + -(y * 4)
print(e.accept(Show()), e.accept(Eval(x=5, y=2)), e.accept(Derive("x")).accept(Eval(x=5, y=2)))
try:
    e.accept(Eval(x=1))
except KeyError as error:
    print("unbound", error)
class Partial:
    def visit_num(self, n): return 1
try:
    e.accept(Partial())
except AttributeError as error:
    print(error)
def size(n):
    match n:
        case Bin(l=l, r=r): return 1 + size(l) + size(r)
        case Un(x=inner): return 1 + size(inner)
        case _: return 1
print(size(e), size(Num(1)))

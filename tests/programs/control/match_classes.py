# match on classes: keyword and positional patterns, __match_args__, builtins.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
class Point3(Point):
    __match_args__ = ("x", "y", "z")
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
class Plain:
    def __init__(self, **kw):
        self.__dict__.update(kw)
def f(v):
    match v:
        case Point(x=0, y=0) if type(v) is Point:
            return "origin"
        case Point3(a, b, c):
            return f"3d {a} {b} {c}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(0, y=y):
            return f"on y axis {y}"
        case Point(x=x):
            return f"x {x}"
        case Plain(name=str(n), child=Plain(name=m)):
            return f"plain {n} {m}"
        case Plain(name=n):
            return f"plain {n}"
        case int(n) | float(n):
            return f"number {n}"
        case str() as s:
            return f"str {s}"
        case list([a, *_]) | tuple((a, *_)):
            return f"sequence of {a}"
        case dict(d) if d:
            return f"dict {d}"
        case Point():
            return "never"
        case Exception(args=[message]):
            return f"error {message}"
        case bool(b):
            return "never: bool is an int"
        case _:
            return "other"
for v in (Point(0, 0), Point(2, 2), Point(0, 5), Point(7, 1), Point3(1, 2, 3), Plain(name="p", child=Plain(name=5)), Plain(name=9), Plain(), 5, 2.5, "s", [1, 2], (3,), [], {}, {"k": 1}, ValueError("bad"), True, None):
    print(f(v))
class NoArgs:
    a = 1
for bad in ("positional", "many", "not a class"):
    try:
        match NoArgs() if bad != "many" else Point(1, 2):
            case NoArgs(1) if bad == "positional":
                pass
            case Point(1, 2, 3):
                pass
            case bad.x if False:
                pass
    except (TypeError, AttributeError) as error:
        print(error)
notclass = 5
try:
    match 1:
        case notclass():
            pass
except TypeError as error:
    print(error)
try:
    match 1:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)

# wasm: yes
# match: literals, or, guards, capture, wildcard.
def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case "a" | "b":
            return "letter"
        case b"bytes":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return "number"
        case str(s):
            return f"str {s}"
        case _:
            return "other"
for x in (0, 1, 3, -1, 1.5, "a", b"bytes", None, True, False, 101, 50, 2.5, "zzz", [], 0.0, 1.0, -1.0, (1,)):
    print(repr(x), kind(x))
def fall(x):
    match x:
        case 1:
            print("one")
    print("after", x)
fall(1); fall(2)
match 5:
    case y if y > 10:
        print("no")
    case y if y > 3:
        print("guard", y)
print(y)
def effects(x):
    def g(tag, result):
        print("guard", tag)
        return result
    match x:
        case a if g("first", False):
            return 1
        case a if g("second", True):
            return a
print(effects("v"))
class Const:
    RED = "red"
    GREEN = 2
def value(x):
    match x:
        case Const.RED:
            return "is red"
        case Const.GREEN:
            return "is green"
        case other:
            return f"not {other}"
print(value("red"), value(2), value("blue"))
match = 1
case = 2
print(match + case)

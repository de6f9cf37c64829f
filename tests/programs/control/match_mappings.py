# wasm: yes
# match on mappings: keys, rest, nesting.
def f(x):
    match x:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "rect", "size": [w, h], **rest}:
            return f"rect {w}x{h} {rest}"
        case {"type": str(t)}:
            return f"unknown {t}"
        case {1: one, None: none}:
            return f"keys {one} {none}"
        case {"nested": {"deep": [*_, last]}}:
            return f"last {last}"
        case {**everything} if everything:
            return f"rest {everything}"
        case {}:
            return "any mapping"
        case _:
            return "no"
for x in ({"type": "circle", "r": 2, "x": 0}, {"type": "rect", "size": (1, 2), "c": "red", "d": 1}, {"type": "zig"}, {"type": 5}, {1: "a", None: "b"}, {"nested": {"deep": [1, 2, 3]}},
          {"nested": {"deep": 5}}, {}, [], "type", None, 5):
    print(x, "->", f(x))
class D(dict):
    def __missing__(self, key):
        return "made"
match D(a=1):
    case {"b": x}:
        print("missing was used", x)
    case {"a": x}:
        print("a", x)
class K:
    KEY = "k"
match {"k": 5}:
    case {K.KEY: v}:
        print("value key", v)
match {"a": 1, "b": 2}:
    case {"a": 1, **rest}:
        print(rest)
match {"a": None}:
    case {"a": None as n}:
        print("none", n)

# wasm: yes
# match on sequences: length, star, nesting, what counts as a sequence.
def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case (1, b):
            return f"starts with 1, {b}"
        case [a, [b, *c], *d] if d:
            return f"nested {a} {b} {c} {d}"
        case [a, b]:
            return f"two {a} {b}"
        case ["cmd", *args]:
            return f"cmd {args}"
        case [first, *_, last]:
            return f"ends {first} {last}"
        case _:
            return "no"
for x in ([], (), [5], (1, 2), [1, "x"], [3, [4, 5, 6], 7], [3, 4], ["cmd", 1, 2], ["cmd"], range(4), "ab", b"ab", {1, 2}, {1: 2}, 5, None, (1, 2, 3), [[], [1], []]):
    print(repr(x), "->", f(x))
match (1, 2), [3]:
    case (a, b), [c]:
        print(a, b, c)
match 1, 2:
    case x, y:
        print(x, y)
match [1, 2, 3]:
    case [*all_of_them]:
        print(all_of_them)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]:
        print(a, b, c, d)
match ["go", "north"]:
    case ["go", ("north" | "south") as direction]:
        print(direction)
match [0, 1]:
    case [x, 1] | [1, x]:
        print("or", x)
class Seq(list): pass
match Seq([1, 2]):
    case [a, b]:
        print("subclass", a, b)
match iter([1]):
    case [a]:
        print("no")
    case _:
        print("iterators are not sequences")

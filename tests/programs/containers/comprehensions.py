# wasm: yes
# Comprehensions: nesting, conditions, scope, all four kinds.
print([x * x for x in range(6)], [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(4)])
print({x % 3 for x in range(10)}, {x: x * x for x in range(4)}, {v: k for k, v in {"a": 1, "b": 2}.items()}, sum(x for x in range(5)), list(c for c in "abc"))
x = "outer"
print([x for x in range(2)], x)
n = 3
print([[i * n for i in range(n)] for n in (1, 2)], n, [i + n for i in range(n)], [(lambda: i)() for i in range(3)])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])
class C:
    size = 3
    items = [i for i in range(size)]
    try:
        squares = [size for _ in range(1)]
    except NameError as error:
        print(error)
print(C.items)
print([y := 10, y ** 2], y, [last := v for v in (1, 2, 3)], last, any((hit := v) > 1 for v in (1, 2, 3)), hit)
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in [(1, 2, 3)]], [k + str(v) for k, v in {"p": 1}.items()], [z for z in [1, 2, 3] if (lambda q: q > 1)(z)])
print([i if i % 2 else -i for i in range(5)], [[1 if r == c else 0 for c in range(3)] for r in range(3)])
try:
    [1 / v for v in (1, 0)]
except ZeroDivisionError as error:
    print(error)
try:
    print([undefined_name for _ in range(1)])
except NameError as error:
    print(error)
print([undefined_name for _ in range(0)], [*range(3), *"ab"], (*(), 1), {**{"a": 1}, **{}})

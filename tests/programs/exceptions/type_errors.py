# wasm: yes
# Messages of TypeErrors from operators, indexing, calls and iteration.
class C: pass
c = C()
def f(): pass
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
for a, b in ((1, "a"), ("a", 1), ([], ()), ({}, {}), (None, 1), (c, c), (f, 1), (C, 1), (1.5, "x"), (b"a", "a"), ((), []), (set(), []), (range(1), range(1)), (True, None), (len, 1), (..., 1)):
    attempt(lambda: a + b)
    attempt(lambda: a < b)
for op in (lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b, lambda a, b: a % b, lambda a, b: a ** b, lambda a, b: a @ b, lambda a, b: a << b, lambda a, b: a >> b, lambda a, b: a & b, lambda a, b: a | b, lambda a, b: a ^ b,
           lambda a, b: divmod(a, b), lambda a, b: a <= b, lambda a, b: a > b, lambda a, b: a >= b):
    attempt(lambda: op(None, c))
def inplace(op):
    x = None
    if op == "+": x += 1
    elif op == "-": x -= 1
    elif op == "*": x *= "a"
    elif op == "/": x /= 1
    elif op == "|": x |= 1
    elif op == "**": x **= 2
    elif op == ">>": x >>= 1
    elif op == "%": x %= 1
    elif op == "//": x //= 1
for op in "+ - * / | ** >> % //".split():
    attempt(lambda: inplace(op))
for obj in (5, None, f, c, 1.5, True, len, {1}, (x for x in [])):
    attempt(lambda: obj[0])
    attempt(lambda: obj())
    attempt(lambda: len(obj))
    attempt(lambda: iter(obj) and "iterable")
    attempt(lambda: 1 in obj)
    attempt(lambda: -obj)
def setitem(obj): obj[0] = 1
def delitem(obj): del obj[0]
for obj in (5, "abc", (1,), c, None, range(3), b"x", {1}):
    attempt(lambda: setitem(obj))
    attempt(lambda: delitem(obj))
attempt(lambda: [1, 2]["0"])
attempt(lambda: (1, 2)["0"])
attempt(lambda: "ab"["0"])
attempt(lambda: range(3)["0"])
attempt(lambda: [1][None:"a"])
attempt(lambda: {}[[1]])

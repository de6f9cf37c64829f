# wasm: yes
# Bound methods, builtin methods and classes as callables; currying.
class Adder:
    def __init__(self, n):
        self.n = n
    def add(self, x):
        return self.n + x
    __call__ = add
a = Adder(10)
bound = a.add
a.n = 20
print(bound(1), a(2), Adder.add(a, 3), bound.__self__ is a, bound == a.add, bound is a.add, a.add.__name__)
append = (items := []).append
for i in range(3):
    append(i)
print(items, list(map("{}!".format, items)), list(map(str.upper, "ab")), [f(-3) for f in (abs, str, int.__neg__)], "".join(map(chr, [72, 105])))
def curry(f, n):
    def collect(*args):
        if len(args) >= n:
            return f(*args)
        return lambda *more: collect(*args, *more)
    return collect
add3 = curry(lambda x, y, z: (x, y, z), 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))
def pipeline(value, *steps):
    for step in steps:
        value = step(value)
    return value
print(pipeline("3 1 2", str.split, sorted, lambda v: map(int, v), sum))
print(list(map(Adder, [1]))[0].n, dict.fromkeys("ab", 1), sorted(["b", "A"], key=str.lower), max(["aa", "b"], key=len), list(filter(None, [0, 1, "", "x"])))
print(repr(len), repr([].append).split(" at ")[0], str.upper, repr(print))
try:
    str.upper(5)
except TypeError as error:
    print(error)
try:
    list.append({}, 1)
except TypeError as error:
    print(error)
try:
    str.join(",", 1)
except TypeError as error:
    print(error)

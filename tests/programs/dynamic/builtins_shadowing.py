# wasm: yes
# Builtins hidden by globals, locals and parameters, and seen again.
def f(list, len): return list, len
print(f(1, 2), len([1]), list("ab"))
def g():
    sum = 5
    return sum
print(g(), sum([1, 2]))
real_range = range
def range(n): return ["mine"] * n
print([x for x in range(2)], [x for x in real_range(2)])
for x in range(1): print(x)
del range
print(list(range(2)))
str = lambda v: "hidden"
print(str(5), f"{5}", "%s" % 5)
del str
print(str(5))
class C:
    def print(self, x): print("method", x)
    def len(self): return len("abc")
    id = 5
c = C()
c.print(c.len())
print(C.id)
isinstance = lambda a, b: "never"
print(isinstance(1, int))
match 5:
    case int(): print("patterns use the real isinstance")
del isinstance
ValueError = KeyError
try:
    {}["k"]
except ValueError as error:
    print("renamed", repr(error))
del ValueError
try:
    int("x")
except ValueError as error:
    print("back", error)
True_ = not False
def shadow_later():
    try:
        max(1, 2)
    except UnboundLocalError as error:
        print(error)
    max = 5
    return max
print(shadow_later())

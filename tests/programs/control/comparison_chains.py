# wasm: yes
# Chained comparisons evaluate each operand once and stop early.
def v(name, value):
    print(name, end=" ")
    return value
print(v("a", 1) < v("b", 2) < v("c", 3))
print(v("a", 1) > v("b", 2) > v("c", 3))
print(v("a", 1) < v("b", 2) > v("c", 0) == v("d", 0) != v("e", 1))
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 == 1, 1 == 1 != 1, 1 < 2 in [2], 1 in [1] in [[1]], 1 is 1 is not None, not 1 < 2, "a" <= "b" < "c")
print((1 < 2) < 3, 3 > 2 > 1, 3 > 2 == True, (3 > 2) == True, 1 < 2 == 2)
class Result:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth
    def __lt__(self, other):
        print(f"{self.name}<{other.name}", end=" ")
        return self
    def __bool__(self):
        print(f"bool({self.name})", end=" ")
        return self.truth
    def __repr__(self):
        return self.name
a, b, c = Result("A", True), Result("B", False), Result("C", True)
print(a < b < c)
print(b < a < c)
print(a < a)
if a < c < a:
    print("yes")
x = 5
print(0 <= x < 10, 0 <= x < 5, 10 > x >= 5, None is None is not 0)

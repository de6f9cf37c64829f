# wasm: yes
# bool is an int: arithmetic, bit operations and truth of everything.
print(True + True, True * 5, -True, ~False, True / 2, True // 2, True << 3, False ** False)
print(True & False, True | False, True ^ True, True & 3, 2 | True, type(True & True), type(True & 1))
print(True == 1, True is True, 1 is not True, False == 0.0, True < 2, isinstance(True, int), isinstance(1, bool))
print(str(True), repr(False), f"{True}", f"{True:d}", f"{True:5}|", "%d" % True)
print([10, 20][True], "ab"[False], {1: "one"}[True], {True: "t", 1: "o", 1.0: "f"})
print(bool(), bool(0), bool(-1), bool(0.0), bool(""), bool(" "), bool([]), bool([0]), bool(()), bool({}), bool(set()),
      bool(None), bool(range(0)), bool(range(1)), bool(b""), bool(float("nan")))
print(not [], not 1, not None, not not "x")
print(sum([True, False, True]), max(True, False), sorted([True, 0, False, 1]))
class Odd:
    def __bool__(self):
        return "yes"
try:
    if Odd():
        print("not reached")
except TypeError as error:
    print(error)
class Sized:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
print(bool(Sized(0)), bool(Sized(3)))
try:
    bool(Sized(-1))
except ValueError as error:
    print(error)

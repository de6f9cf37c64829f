# wasm: yes
# Augmented assignment: in-place methods, fallbacks, targets evaluated once.
x = 10
x += 5; x -= 3; x *= 4; x //= 5; x **= 2; x %= 50; x <<= 2; x >>= 1; x |= 8; x &= 0xFF; x ^= 3
print(x)
x /= 4
print(x)
a = b = [1]
a += [2]
a *= 2
print(a, b, a is b)
t = u = (1,)
t += (2,)
print(t, u)
s = {1}; r = s
s |= {2}; s &= {2, 3}; s ^= {9}; s -= {9}
print(s, r is s)
def index():
    print("index evaluated")
    return 0
data = [5]
data[index()] += 1
print(data)
class Obj:
    def __init__(self):
        self._v = 1
    @property
    def v(self):
        print("get")
        return self._v
    @v.setter
    def v(self, value):
        print("set", value)
        self._v = value
def obj():
    print("obj evaluated")
    return o
o = Obj()
obj().v += 10
class Inplace:
    def __init__(self, v):
        self.v = v
    def __iadd__(self, other):
        self.v += other
        return self
    def __isub__(self, other):
        return NotImplemented
    def __sub__(self, other):
        return f"sub {other}"
    def __imatmul__(self, other):
        return f"imatmul {other}"
i = Inplace(1)
j = i
i += 5
print(i is j, i.v)
j -= 2
print(j)
i @= 3
print(i)
d = {"k": [1]}
d["k"] += (2, 3)
d["n"] = d.get("n", 0) + 1
print(d)
for action in ("None", "str", "missing"):
    try:
        if action == "None":
            y = None
            y += 1
        elif action == "str":
            y = "a"
            y -= "b"
        else:
            z_undefined += 1
    except (TypeError, NameError) as error:
        print(error)
def local():
    try:
        x += 1
    except UnboundLocalError as error:
        print(error)
local()

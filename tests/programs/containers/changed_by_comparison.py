# wasm: yes
"""Sets and bytearrays that `__eq__` and `__index__` of what is put into them change."""


class Emptying:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.target.clear()
        return False


for method in "update", "symmetric_difference_update", "difference_update", "intersection_update":
    target = set()
    target.add(Emptying(target))
    target.update(range(10, 20))
    getattr(target, method)([1, 2])
    print(method, sorted(item for item in target if isinstance(item, int)))


class Boom:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        self.target.clear()
        return 0


data = bytearray(b"many bytes")
try:
    data[0] = Boom(data)
except IndexError as error:
    print(error)
data = bytearray(b"many bytes")
data[Boom(data):5] = b"xy"
print(data)
data = bytearray(b"many bytes")
try:
    data[20] = 300
except ValueError as error:
    print(error)


class Hashed(int):
    hashed = 0

    def __hash__(self):
        Hashed.hashed += 1
        return int.__hash__(self)


keys = {Hashed(i) for i in range(5)}
before = Hashed.hashed
copy = dict.fromkeys(keys, 7)
print(len(copy), before, Hashed.hashed)

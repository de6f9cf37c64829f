# wasm: yes
# Equality and hashing across types; identity of singletons; containers of mixed keys.
pairs = [(1, 1.0), (1, True), (0, False), ("a", b"a"), ((1,), [1]), ({1}, frozenset([1])), (None, 0), ("", None), (2**64, 2.0**64), ({}, []), (range(3), [0, 1, 2]), (1, "1"), ((1, 2.0), (1.0, 2)), ([1, [2]], [1, [2]]), ({"a": [1]}, {"a": [1]}), (float("nan"), float("nan"))]
for a, b in pairs:
    print(a == b, a != b, b == a, end="; ")
print()
print(hash(1) == hash(1.0) == hash(True), hash((1, 2)) == hash((1.0, 2.0)), hash("a") == hash("a"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(-1) == hash(-2), hash(2**61 - 1))
d = {1: "int", "1": "str", (1,): "tuple", None: "none", 1.5: "float", frozenset([1]): "fs", b"1": "bytes", int: "type", len: "fn", ...: "dots"}
print([d[k] for k in (1, True, 1.0, "1", (1,), (1.0,), None, 1.5, frozenset([1.0]), b"1", int, len, ...)], len(d))
a = "x" * 3
b = "xxx"
print(a == b, a is a, None is None, True is (1 == 1), () == (), [] is [], (a,) == (b,), {a: 1} == {b: 1})
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __hash__(self): return hash(("K", self.v))
s = {K(1), K(2), K(1)}
print(len(s), K(2) in s, K(3) in s, {K(1): "a"}[K(1)], [K(1), K(2)].index(K(2)), [K(1)] == [K(1)], (K(1),) in {(K(1),)}, [K(1), K(1)].count(K(1)))
print([1, 2, 3] == [1, 2, 3.0], [1, 2] == [1, 2, 3], "abc" == "abd", (1, (2, (3,))) == (1, (2, (3,))), [[]] == [()], {1: {2: 3}} == {1: {2: 3}}, {1, 2} == {2, 1}, 1 == "1", None == False)

# wasm: yes
# keys, values and items are views; set operations on them.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["d"] = 4
del d["a"]
print(k, v, i, "b" in k, 2 in v, ("b", 2) in i, ("b", 3) in i, "x" in k, ("b",) in i)
print(sorted(k & {"b", "z"}), sorted(k | {"z"}), sorted(k - {"b"}), sorted(k ^ {"b", "z"}), sorted(i & {("b", 2)}), k == {"b", "c", "d"}, k <= {"b", "c", "d", "e"}, k.isdisjoint("xyz"))
print(list(k), [x * 2 for x in v], {b: a for a, b in i}, max(d), min(d, key=d.get), sum(v), sorted(i, reverse=True))
print(type(k), type(v), type(i), k == d.keys(), v == d.values(), i == d.items(), repr(iter(k)).split()[0])
for action in (lambda: k[0], lambda: k + k, lambda: hash(k), lambda: v & v):
    try:
        action()
    except TypeError as error:
        print(error)
for name, value in sorted(d.items()):
    print(name, value, end="; ")
print()
e = {}
print(e.keys(), e.values(), e.items(), list(e.items()))

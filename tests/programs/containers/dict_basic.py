# wasm: yes
# Dicts: literals, access, methods, order, errors.
d = {"a": 1, "b": 2, 3: "three", (1, 2): "t", None: None}
print(d, len(d), d["a"], d[3], d[(1, 2)], d[None], "a" in d, "z" in d, "z" not in d)
d["c"] = 3; d["a"] = 10; del d[3]; d["3"] = 3
print(d, list(d), list(d.values()), list(d.items()))
print(d.get("a"), d.get("zz"), d.get("zz", 5), d.setdefault("new", []), d.setdefault("a", 99), d.pop("new"), d.pop("nope", "default"), d.popitem())
e = {**d, "x": 1, "a": "over"}
print(e, dict(a=1, b=2), dict([("k", "v"), (1, 2)]), dict({"z": 1}, y=2), dict(), {}, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
e.update({"x": 2}, y=3); e.update([("q", 1)]); print(e)
print({"a": 1} | {"b": 2, "a": 3}, {1: 1} == {1.0: True}, {1: 2} == {2: 1}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], {1: 1} != {})
f = {"k": 1}; f |= {"k": 2, "m": 3}; print(f, f.copy() == f, f.copy() is f); f.clear(); print(f)
print({1: "int", 1.0: "float", True: "bool"}, {0: 1, False: 2, 0.0: 3}, {"1": 1, 1: 2})
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: {}["x"])
attempt(lambda: {}[1, 2])
attempt(lambda: {}.pop("k"))
attempt(lambda: {}.popitem())
attempt(lambda: {[]: 1})
attempt(lambda: {}[[]])
attempt(lambda: {1: 1}[{}])
attempt(lambda: [] in {})
attempt(lambda: {1: 1} < {2: 2})
attempt(lambda: {} + {})
attempt(lambda: dict(5))
attempt(lambda: dict([1]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict(["ab", "c"]))
attempt(lambda: hash({}))
attempt(lambda: {}.get())
attempt(lambda: {} | [])
attempt(lambda: {}.nothing)

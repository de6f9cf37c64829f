# wasm: yes
# Copies, aliases, views, comparisons and orders over all containers at once.
def attempt(function):
    try:
        return function()
    except (TypeError, ValueError, KeyError, IndexError, RuntimeError, StopIteration) as error:
        return f"{type(error).__name__}: {error}"


a = [1, [2, 3], (4, [5])]
b = a.copy()
b[1].append("shared")
b[2][1].append("in tuple")
b[0] = "own"
print(a, b, a == b, a[1] is b[1])
print(attempt(lambda: b[2].__setitem__(0, 1) if hasattr(b[2], "__setitem__") else "tuples have no __setitem__"))


def tuple_augmented():
    t = ([],)
    try:
        t[0] += [1]
    except TypeError as error:
        return t, str(error)


print(tuple_augmented())
d = dict.fromkeys("abc", [])
d["a"].append(1)
print(d, list(d), [*d.values()][0] is d["b"], d | {"b": 2, "z": 3}, {**{"z": 0}, **d})
keys, values, items = d.keys(), d.values(), d.items()
d["new"] = 4
del d["a"]
print(list(keys), list(values), ("new", 4) in items, keys & {"b", "x"}, keys - {"b"}, sorted(keys ^ {"b", "q"}))
print(keys == {"b", "c", "new"}, items >= {("new", 4)} if False else "b" in keys, keys.isdisjoint("xyz"))


def changing(container, change):
    for item in container:
        change(item)
    return container


print(attempt(lambda: changing({1: 1}, lambda k: d2.update({k: 1}))) if (d2 := {}) else "empty")
shared = {1: 1}
print(attempt(lambda: changing(shared, lambda k: shared.update({k + 1: 1}))))
shared_set = {1}
print(attempt(lambda: changing(shared_set, lambda k: shared_set.add(k + 1))))
shared_list = [1, 2, 3]
print(attempt(lambda: changing(shared_list, lambda k: shared_list.append(k) if len(shared_list) < 6 else None)))
print([1, 2] < [1, 2, 0], (1, "a") < (2, 1), [] < [0], "b" > "a" * 5, {1} < {1, 2}, {1, 2} <= {1, 2}, {1} < {2})
print(attempt(lambda: [1] < (1,)), attempt(lambda: (1, "a") < (1, 2)), attempt(lambda: {} < {}), attempt(lambda: sorted([1, "a"])))
nan = float("nan")
print([nan] == [nan], nan == nan, nan in [nan], (nan,) == (nan,), {nan: 1} == {nan: 1}, [nan].index(nan), [nan].count(nan))
print({1: "int", 1.0: "float", True: "bool"}, {1, 1.0, True}, {0: "zero", False: "false", -0.0: "negative"})
print(hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "t"}[(1.0, 2)], attempt(lambda: {[]: 1}), attempt(lambda: {(1, []): 1}))
s = frozenset([1, 2]) | {3}
print(type(s).__name__, type({3} | frozenset([1])).__name__, s == {1, 2, 3}, hash(s) == hash(frozenset({3, 2, 1})), {frozenset("a")})
x = [0, 1, 2, 3, 4, 5]
x[1:3] = "abc"
x[::2] = range(4)
print(x, x[::-2], x[-3:], x[10:], x[3:1], attempt(lambda: x.__setitem__(slice(None, None, 2), [1])))
del x[1::2]
print(x, attempt(lambda: x.remove(99)), attempt(lambda: x.index(99)), attempt(lambda: x.pop(99)), attempt(lambda: [].pop()))
x *= 2
x += (y for y in "ab")
x.insert(-1, "i")
x.sort(key=str, reverse=True)
print(x, attempt(lambda: {}.popitem()), attempt(lambda: set().pop()), attempt(lambda: {}["k"]), attempt(lambda: {1}.remove(2)))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "default"), attempt(lambda: next(iter(()))), attempt(lambda: next(5)))
recursive = [1]
recursive.append(recursive)
looped = {"self": None}
looped["self"] = looped
print(recursive, looped, attempt(lambda: repr((recursive, [looped]))))
first, *middle, last = "abcdef"
(p, (q, *r)), z = (1, [2, 3, 4]), 5
print(first, middle, last, p, q, r, z, [*range(2), *"xy"], (*[], 1), {*"aab"} == {"a", "b"})
print(dict(zip("ab", (1, 2)), c=3), dict([("k", 1), ["l", 2]]), attempt(lambda: dict([1])), attempt(lambda: dict([(1, 2, 3)])))
print(list(map(lambda *v: v, "ab", (1, 2, 3))), list(zip("ab", (1,))), attempt(lambda: list(zip("ab", (1,), strict=True))))
print([*enumerate("ab", 5)], list(reversed({"a": 1, "b": 2})), list(filter(None, [0, 1, "", "x"])), sum([[1], [2]], []))

# wasm: yes
# Sets: operators, methods, comparison, frozenset, errors. Printed sorted.
a, b = {1, 2, 3, 4}, {3, 4, 5}
for r in (a | b, a & b, a - b, a ^ b, b - a, a.union([9], (8,)), a.intersection([1, 3], {3}), a.difference([1], [2]), a.symmetric_difference([4, 7])):
    print(sorted(r), end=" ")
print(a < b, {1} < a, a <= a, a < a, a >= {1, 2}, a == {4, 3, 2, 1}, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([9]), 3 in a, 9 not in a)
a.add(5); a.add(1); a.discard(2); a.discard(99); a.remove(1); print(sorted(a), len(a), a.pop() in (3, 4, 5), len(a))
c = {1}; c |= {2}; c &= {2, 3}; c -= {5}; c ^= {7}; print(sorted(c)); c.update([10], "x" and [11]); c.intersection_update({10, 11}); c.difference_update([11]); print(c); c.clear(); print(c, set(), {0}, {"a"})
f = frozenset([1, 2])
print(f, frozenset(), {f: "key"}[frozenset([2, 1])], f | {3}, type(f | {3}), type({3} | f), f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f} == {frozenset((1, 2))}, frozenset(f) is f)
print(len(set("mississippi")), sorted(set([3, 1, 3])), set(range(3)) == {0, 1, 2}, {1, 1.0, True}, set({"k": "v"}), {*[1, 2], *(2, 3)} == {1, 2, 3})
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: {1}.remove(2))
attempt(lambda: set().pop())
attempt(lambda: {[]})
attempt(lambda: {1} | [2])
attempt(lambda: {1} < [2])
attempt(lambda: hash({1}))
attempt(lambda: {1} + {2})
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: set(5))
attempt(lambda: [] in {1})
attempt(lambda: {1}[0])
attempt(lambda: {1}.remove((1, 2)))

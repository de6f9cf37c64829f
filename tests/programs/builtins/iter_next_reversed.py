# wasm: yes
# iter with sentinel, next with default, reversed, iterators' own state.
values = iter([3, 1, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values))
it = iter("ab")
print(next(it), next(it), next(it, None), next(it, "d"), iter(it) is it)
try:
    next(it)
except StopIteration as stop:
    print("stop", stop.value, stop.args)
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), next(reversed([7, 8])))
for obj in ({1, 2}, 5, (x for x in []), None, map(str, [])):
    try:
        reversed(obj)
    except TypeError as error:
        print(error)
r = reversed([1, 2, 3])
print(next(r), list(r), list(r))
for kind in ([1, 2], (1, 2), "ab", b"ab", {1: 2}, {3}, range(2), {1: 2}.items(), reversed([1]), enumerate("a"), zip("a"), map(str, "a"), filter(None, "a"), (x for x in "a")):
    i = iter(kind)
    print(type(i).__name__, next(i), end="; ")
print()
try:
    iter(5, 6)
except TypeError as error:
    print(error)
try:
    iter()
except TypeError as error:
    print(error)
class Seq:
    def __getitem__(self, i):
        if i == 3: raise StopIteration
        return i
print(list(Seq()))
a = [1, 2, 3]
i1, i2 = iter(a), iter(a)
print(next(i1), next(i1), next(i2), [x for x in i1], [x for x in i2])
def count_calls():
    count_calls.n += 1
    return count_calls.n
count_calls.n = 0
print([x for x in iter(count_calls, 4)])
i = iter([1, 2, 3, 4])
for x in i:
    print(x, next(i), end=" ")
print()
print(2 in (j := iter([1, 2, 3])), list(j), 9 in iter([1]), max(iter([2, 5])), sorted(iter("ba")), tuple(iter((1,))))

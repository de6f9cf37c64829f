# wasm: yes
# __reduce__, __setstate__ and __length_hint__ of iterators, and how long they keep their last result.
def show(it, steps=1):
    for _ in range(steps):
        next(it, None)
    f, *rest = it.__reduce__()
    rest = [tuple(type(x).__name__ if "iterator" in type(x).__name__ or callable(x) else x for x in r)
            if type(r) is tuple else r for r in rest]
    print(type(it).__name__, f.__name__, rest)


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i

    def __len__(self):
        return 4

    def __repr__(self):
        return "Seq()"


for n in (0, 1, 9):
    show(iter([1, 2, 3]), n)
    show(iter((1, 2, 3)), n)
    show(iter(Seq()), n)
    show(reversed([1, 2, 3]), n)
    show(reversed(Seq()), n)
    show(iter(range(2, 20, 7)), n)
    show(iter(range(2**70, 2**70 + 9, 3)), n)
    show(iter({1: 2, 3: 4}), n)
    show(iter({1: 2, 3: 4}.values()), n)
    show(iter({1: 2, 3: 4}.items()), n)
    show(reversed({1: 2, 3: 4}), n)
    show(iter({1, 2}), n)
    show(enumerate("abc", 5), n)
    show(zip("abc", [1, 2]), n)
    show(zip("ab", [1, 2], strict=True), n)
    show(map(len, ["a", "bc"]), n)
    show(filter(None, [1, 0]), n)
    show(iter([4, 3].pop, 3), min(n, 1))
it = iter([1, 2, 3, 4])
it.__setstate__(2)
print(list(it), it.__length_hint__())
it = reversed([1, 2, 3, 4])
it.__setstate__(1)
print(list(it))
it = iter(range(10))
it.__setstate__(7)
print(it.__length_hint__(), list(it))
z = zip([1], [1, 2])
z.__setstate__(True)
try:
    print(list(z))
except ValueError as e:
    print(e)


class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end="; ")


for pair in zip(range(3), (Noisy(i) for i in range(3))):
    print(pair[0], end=": ")
    del pair
print()
for i, x in enumerate(Noisy(i) for i in range(3)):
    print(i, end=": ")
    del x
print()
pairs = list(zip(range(4), "abcd"))
print(pairs, [p for p in enumerate("xy")], list({1: 2, 3: 4}.items()))
a = zip(range(3), "abc")
first = next(a)
second = next(a)
print(first, second)

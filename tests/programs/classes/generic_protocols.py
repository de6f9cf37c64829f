# wasm: yes
# Special methods that come in pairs and chains: hash and equality, contains and iteration, ordering, in-place forms.
class OnlyEq:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, OnlyEq) and self.n == other.n


class EqAndHash(OnlyEq):
    def __hash__(self):
        return hash(self.n)


class OnlyGetItem:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError(index)
        return index * 10


class OnlyIter:
    def __iter__(self):
        yield from (1, 2, 3)


class Ordered:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, getattr(other, "n", other))
        return self.n < other.n if isinstance(other, Ordered) else NotImplemented

    def __le__(self, other):
        return NotImplemented

    def __repr__(self):
        return f"O{self.n}"


class InPlace:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self

    def __add__(self, other):
        return ("add", other)

    def __sub__(self, other):
        return ("sub", other)

    def __rsub__(self, other):
        return ("rsub", other)

    def __imul__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return ("rmul", other)


class Derived(InPlace):
    def __radd__(self, other):
        return ("derived radd", type(other).__name__)


print(OnlyEq(1) == OnlyEq(1), OnlyEq(1) != OnlyEq(2), OnlyEq.__hash__, hash(EqAndHash(3)) == hash(3))
try:
    {OnlyEq(1)}
except TypeError as error:
    print(error)
print(len({EqAndHash(1), EqAndHash(1), EqAndHash(2)}), {EqAndHash(1): "x"}[EqAndHash(1)])
g = OnlyGetItem()
print(list(g), 20 in g, 25 in g, [*reversed([*g])], max(g), tuple(zip(g, "ab")))
print(2 in OnlyIter(), 9 in OnlyIter(), sorted(OnlyIter(), reverse=True), sum(OnlyIter()))
try:
    reversed(OnlyIter())
except TypeError as error:
    print(error)
print(sorted([Ordered(3), Ordered(1), Ordered(2)]), Ordered(1) > Ordered(2), max(Ordered(1), Ordered(5)))
for compare in (lambda: Ordered(1) < 5, lambda: Ordered(1) <= Ordered(2), lambda: 5 > Ordered(1)):
    try:
        print(compare())
    except TypeError as error:
        print(error)
i = InPlace()
i += 1
print(i.log, i + 2, i - 3, 4 - i, 5 * i)
try:
    i *= 6
except TypeError as error:
    print(error)
print(InPlace() + Derived(), (Derived() + InPlace())[0])
i -= 7
print(i)


class Length:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(Length(0)), bool(Length(2)), [len(Length(n)) for n in (0, 5)])
for bad in (-1, "x", 10**30, None):
    try:
        len(Length(bad))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


class Index:
    def __index__(self):
        return 2


print([1, 2, 3][Index()], "abc"[Index()], range(10)[Index()], hex(Index()), [0] * Index(), list(range(Index())))
print("%d" % Index() if False else int(Index()), (1, 2, 3, 4)[: Index()], bytes(Index()))


class Callable:
    def __call__(self, *args, **kwargs):
        return args, kwargs


print(Callable()(1, a=2), callable(Callable()), callable(Length(1)))
instance = Callable()
instance.__call__ = lambda: "not used"
print(instance(3), instance.__call__())

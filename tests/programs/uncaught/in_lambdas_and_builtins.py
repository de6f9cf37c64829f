# wasm: yes
# Functions that natives call: no frames in between.
def attempt(function):
    try:
        function()
    except Exception as error:
        return error


class Comparable:
    def __lt__(self, other):
        raise TypeError("not ordered")

    def __eq__(self, other):
        raise ValueError("not equal")

    def __hash__(self):
        return 1

    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("next")

    def __len__(self):
        return -1

    def __bool__(self):
        return 3

    def __index__(self):
        return "x"

    def __format__(self, spec):
        raise LookupError(spec)

    def __contains__(self, item):
        return item.missing

    def __getitem__(self, key):
        return [][key]

    def __call__(self):
        return self.nothing

    def __enter__(self):
        return None


c = Comparable()
raise ExceptionGroup(
    "natives",
    [
        attempt(lambda: sorted([3, 1, 2], key=lambda n: 1 / (n - 1))),
        attempt(lambda: list(map(lambda n: n.x, [1]))),
        attempt(lambda: list(filter(lambda n: n + "x", [1]))),
        attempt(lambda: sorted([c, c])),
        attempt(lambda: {c: 1, Comparable(): 2}),
        attempt(lambda: [c].index(5)),
        attempt(lambda: list(c)),
        attempt(lambda: len(c)),
        attempt(lambda: bool(c)),
        attempt(lambda: [1, 2][c]),
        attempt(lambda: f"{c:spec}"),
        attempt(lambda: format(c, "other")),
        attempt(lambda: 3 in c),
        attempt(lambda: c[0]),
        attempt(lambda: c()),
    ],
) from ExceptionGroup(
    "more",
    [
        attempt(lambda: min([1], key=5)),
        attempt(lambda: int("12x")),
        attempt(lambda: "".join(["a", 1])),
        attempt(lambda: "%d" % "x"),
        attempt(lambda: "{} {}".format(1)),
        attempt(lambda: [].pop()),
        attempt(lambda: {}.popitem()),
        attempt(lambda: (1).to_bytes(-1, "big")),
        attempt(lambda: iter(5)),
        attempt(lambda: range(1, 2, 0)),
        attempt(lambda: chr(-1)),
        attempt(lambda: isinstance(1, 2)),
    ],
)

# wasm: yes
# Conditional expressions, comparisons, boolean operators, assignments inside expressions.
class NoBool:
    def __bool__(self):
        raise ValueError("no truth")

    def __eq__(self, other):
        return self

    def __lt__(self, other):
        return self


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


n = NoBool()
raise ExceptionGroup(
    "conditions",
    [
        attempt(lambda: 1 if n else 2),
        attempt(lambda: n and 1),
        attempt(lambda: n or 1),
        attempt(lambda: not n),
        attempt(lambda: n == 1 == 2),
        attempt(lambda: 1 < 2 < "x"),
        attempt(lambda: (y := n) or y),
        attempt(lambda: [m for m in [n] if m]),
        attempt(lambda: n < 1 < 2),
        attempt(lambda: any([n])),
        attempt(lambda: "a" < 1),
        attempt(lambda: 1 in 2),
        attempt(lambda: "a" not in 3),
        attempt(lambda: max("a", 1)),
    ],
)

# wasm: yes
# Functions that natives call in the middle of a traceback: sort keys, map, properties, special methods.
class Number:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Number(self.n + other.n)

    def __radd__(self, other):
        raise TypeError(f"radd with {other}")

    def __lt__(self, other):
        return self.key < other.key

    @property
    def key(self):
        return {1: 1}[self.n]

    def __hash__(self):
        return hash([self.n])

    def __repr__(self):
        return "N" + self.n


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


numbers = [Number(1), Number(2)]
raise ExceptionGroup(
    "hidden",
    [
        attempt(lambda: sum(numbers)),
        attempt(lambda: sorted(numbers)),
        attempt(lambda: max(numbers)),
        attempt(lambda: set(numbers)),
        attempt(lambda: repr(numbers)),
        attempt(lambda: f"{numbers}"),
        attempt(lambda: print(numbers)),
        attempt(lambda: list(map(int, numbers))),
        attempt(lambda: [n.key for n in numbers]),
        attempt(lambda: numbers.sort(key=lambda n: n.nothing)),
        attempt(lambda: "%s" % numbers),
        attempt(lambda: {numbers[0]: 1}),
        attempt(lambda: numbers[0] + 5),
    ],
)

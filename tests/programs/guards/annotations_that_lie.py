# Annotations that say int, float, list or a class while other things are passed, returned and stored.
# wasm: yes


def add(a: int, b: int) -> int:
    return a + b


def mean(values: list[float]) -> float:
    total: float = 0
    count: int = 0
    for v in values:
        total += v
        count += 1
    return total / count


def first(values: list[int]) -> str:
    return values[0]


class Point:
    x: int
    y: float = "none"

    def __init__(self, x: int, y: float) -> None:
        self.x: int = x
        self.y: float = y

    def norm(self) -> int:
        return self.x * self.x + self.y * self.y


def norms(points: "list[Point]") -> int:
    total: int = 0
    for p in points:
        total += p.norm()
    return total


def countdown(n: int) -> None:
    i: int = n
    steps: str = 0
    while i > 0:
        i -= 1
        steps += 1
    return steps


limit: int = 300


def use_limit() -> str:
    total: int = 0
    for i in range(limit):
        total += i
    return total


def missing_local():
    value: int
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


for i in range(300):
    add(i, i)
print(add(1, 2), add(1.5, 2), add("a", "b"), add([1], [2]), add(True, True), add(2 ** 63, 2 ** 63), add((), (1,)))
try:
    add(1, "a")
except TypeError as error:
    print(error)
print(mean([1.0, 2.0] * 150), mean([1, 2] * 3), mean((True, False)), mean({3: 1, 5: 2}), mean([2 ** 70, 2 ** 70]))
print(first([1]), first("text"), first((None,)), first({0: "zero"}))
print(norms([Point(1, 2.0)] * 300), norms([Point(1.5, 2)]), norms([Point(2 ** 40, 2 ** 40)]))


class Complex:
    def norm(self):
        return 1j


print(norms([Complex()] * 300), norms([Point(True, False)] * 3))
print(countdown(300), countdown(2.5), countdown(True), countdown(-1))
print(use_limit())
limit: str = 10
print(use_limit())
limit = "ten"
try:
    use_limit()
except TypeError as error:
    print(error)
print(Point.y, Point.__annotations__, add.__annotations__, missing_local())

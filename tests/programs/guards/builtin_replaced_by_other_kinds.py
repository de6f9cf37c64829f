# Constructors and iteration built-ins are replaced by functions, classes and instances.
# wasm: yes
import builtins


def pairs(items):
    total = 0
    for i, x in enumerate(items):
        total += i * x
    for x, y in zip(items, items):
        total += x - y
    return total


def convert(n):
    out = []
    for i in range(n):
        out.append(str(i) + str(float(i)))
    return len("".join(out))


def tests(items):
    count = 0
    for x in items:
        if isinstance(x, int):
            count += 1
    return count


class Counting:
    def __init__(self):
        self.calls = 0

    def __call__(self, *arguments):
        self.calls += 1
        return "x"


items = [1, 2, 3] * 100
print(pairs(items), convert(300), tests(items))
enumerate = lambda items: [(1, 10), (2, 20)]
print(pairs(items))
del enumerate
builtins.zip, keep = (lambda a, b: [(5, 1)]), builtins.zip
print(pairs(items))
builtins.zip = keep
str = Counting()
print(convert(300), str.calls)
del str
float = bool
print(convert(300))
del float
isinstance = lambda x, t: x == 2
print(tests(items))
del isinstance
print(tests(items))
int = str
print(tests(items), tests(["a"] * 10))
del int
print(pairs(items), convert(300), tests(items))


class range:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter([self.n])


print(convert(300))

# The recursion limit is met inside functions that ran hot before, and they still work after it.
# wasm: yes
import sys


def depth(n):
    return 0 if n == 0 else depth(n - 1) + 1


def endless(n):
    return endless(n + 1)


def endless_float(x):
    return endless_float(x * 0.5) + 1.0


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


class Tree:
    def __init__(self, depth):
        self.next = Tree(depth - 1) if depth else None

    def size(self):
        return 1 + (self.next.size() if self.next else 0)

    def loop(self):
        return self.loop()


def generate(n):
    yield n
    if n:
        yield from generate(n - 1)


for _ in range(30):
    depth(50)
print(depth(500), ackermann(2, 5), Tree(200).size(), sum(generate(100)))
for f, argument in ((endless, 0), (endless, 2 ** 62), (endless_float, 1.0), (depth, -1), (depth, 10 ** 6)):
    try:
        f(argument)
    except RecursionError as error:
        print(error)
for _ in range(5):
    try:
        endless(0)
    except RecursionError:
        pass
try:
    Tree(3).loop()
except RecursionError as error:
    print(error)
try:
    Tree(10 ** 5)
except RecursionError as error:
    print(error)
print(depth(500), Tree(200).size(), sum(generate(100)))
old = sys.getrecursionlimit()
sys.setrecursionlimit(150)
try:
    depth(500)
except RecursionError as error:
    print(error)
print(depth(50))
sys.setrecursionlimit(3000)
print(depth(2500))
sys.setrecursionlimit(old)
caught = 0


def recover(n):
    global caught
    try:
        return recover(n + 1)
    except RecursionError:
        caught += 1
        return caught


print(recover(0), depth(500))


class Comparing:
    def __eq__(self, other):
        return self == other


try:
    Comparing() == 1
except RecursionError as error:
    print(type(error).__name__)

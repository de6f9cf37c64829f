# wasm: yes
# Functions that return early when there is nothing to do: what they do first stands before their calls.
import sys


class Node:
    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value


def count(n):
    if n < 2:
        return n
    return count(n - 1) + count(n - 2)


def total(node):
    if node is None:
        return 0
    return total(node.left) + node.value + total(node.right)


def same(value, depth):
    if depth == 0:
        return value
    return same(value, depth - 1)


def depth_of(n):
    if n <= 0:
        return 0
    return 1 + depth_of(n - 1)


class Less:
    """Compares as it likes, and counts how often it is asked."""

    asked = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Less.asked += 1
        return self.n < other

    def __sub__(self, other):
        return Less(self.n - other)

    def __add__(self, other):
        return self.n + (other.n if isinstance(other, Less) else other)

    def __radd__(self, other):
        return other + self.n


def build(n):
    return None if n == 0 else Node(build(n - 1), build(n - 1), n)


def leaf_first(node):
    if node.left is None:
        return node.value
    return leaf_first(node.left) + leaf_first(node.right)


def main():
    print(count(15), count(True), count(10.5), count(-3))
    print(count(2 ** 48 - 2 ** 48 + 5), count(-(2 ** 70)))
    less = count(Less(3))
    print(type(less).__name__, Less.asked)
    try:
        count("text")
    except TypeError as error:
        print(error, error.__traceback__.tb_next.tb_lineno)
    tree = build(5)
    print(total(tree), total(None), leaf_first(tree))
    try:
        total(7)
    except AttributeError as error:
        print(error)
    tree.left.value = 2.5
    print(total(tree))
    shared = ["kept"]
    kept = [same(shared, n) for n in range(4)]
    print(kept, all(item is shared for item in kept))
    # The call that has nothing to do counts for the recursion limit, too.
    lowest = 0
    while True:
        try:
            depth_of(lowest)
        except RecursionError:
            break
        lowest += 1
    base = lowest
    print(depth_of(base - 1) == base - 1)

    def deeper(n):
        return depth_of(n)

    try:
        deeper(base - 1)
        print("one deeper did not fail")
    except RecursionError as error:
        print(type(error).__name__)
    print(deeper(base - 2) == base - 2)


sys.setrecursionlimit(300)
main()


# Rebinding what is called, from the callee.
def swap(n):
    global swap
    if n == 0:
        return "end"
    if n == 3:
        swap = lambda n: f"other {n}"
    return swap(n - 1)


print(swap(5))


class Chain:
    def __init__(self, next):
        self.next = next

    def length(self):
        if self.next is None:
            return 1
        return 1 + self.next.length()


class Long(Chain):
    def length(self):
        return 100 + super().length()


chain = None
for i in range(20):
    chain = Chain(chain)
print(chain.length())
chain.next.next.__class__ = Long
print(chain.length())
chain.next.next.next.length = lambda: 7
print(chain.length())
Chain.length = lambda self: -1
print(chain.length(), Chain(None).length())

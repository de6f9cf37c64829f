# wasm: yes
# bench: 15
"""Many short-lived binary trees: allocation, recursion and freeing.

usage: binary_trees.py [DEPTH]      (default 8)
"""
import sys


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def build(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(build(depth - 1), build(depth - 1))


def main():
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    smallest = 4
    largest = max(smallest + 2, largest)
    print(f"stretch tree of depth {largest + 1}\t check: {build(largest + 1).check()}")
    long_lived = build(largest)
    for depth in range(smallest, largest + 1, 2):
        trees = 2 ** (largest - depth + smallest)
        check = 0
        for _ in range(trees):
            check += build(depth).check()
        print(f"{trees}\t trees of depth {depth}\t check: {check}")
    print(f"long lived tree of depth {largest}\t check: {long_lived.check()}")


if __name__ == "__main__":
    main()

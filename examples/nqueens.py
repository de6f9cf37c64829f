# wasm: yes
# bench: 9 3
"""Queens on a board, by permutations in generators: yields, sets and comprehensions.

usage: nqueens.py [N] [ROUNDS]      (default 6 1)
"""
import sys


def permutations(items):
    """The permutations of a tuple in lexicographic order of positions."""
    n = len(items)
    indices = list(range(n))
    cycles = list(range(n, 0, -1))
    yield tuple(items[i] for i in indices)
    while True:
        for i in reversed(range(n)):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple(items[k] for k in indices)
                break
        else:
            return


def solutions(n):
    columns = range(n)
    for placement in permutations(tuple(columns)):
        if n == len({placement[i] + i for i in columns}) == len({placement[i] - i for i in columns}):
            yield placement


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for _ in range(rounds):
        found = list(solutions(n))
    print(f"{n} queens: {len(found)} solutions")
    for row in found[0] if found else ():
        print("." * row + "Q" + "." * (n - row - 1))


if __name__ == "__main__":
    main()

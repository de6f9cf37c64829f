# wasm: yes
# bench: 10
"""Pancake flips over all permutations: list indexing and slices of small integers.

usage: fannkuch.py [N]      (default 7)
"""
import sys


def permutations(n):
    """All permutations of range(n) as one list that changes, each by rotating a prefix of the one before."""
    current = list(range(n))
    count = [0] * n
    yield current
    i = 1
    while i < n:
        first = current.pop(0)
        current.insert(i, first)
        if count[i] < i:
            count[i] += 1
            i = 1
            yield current
        else:
            count[i] = 0
            i += 1


def flips_of(permutation):
    work = permutation[:]
    flips = 0
    first = work[0]
    while first:
        work[:first + 1] = work[first::-1]
        flips += 1
        first = work[0]
    return flips


def fannkuch(n):
    """The checksum (flips with alternating sign) and the largest number of flips."""
    most = checksum = 0
    sign = 1
    for permutation in permutations(n):
        flips = flips_of(permutation)
        if flips > most:
            most = flips
        checksum += sign * flips
        sign = -sign
    return checksum, most


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    checksum, most = fannkuch(n)
    print(checksum)
    print(f"Pfannkuchen({n}) = {most}")


if __name__ == "__main__":
    main()

# wasm: yes
# bench: 10000
"""Digits of pi by a spigot with unbounded integers.

usage: pidigits.py [DIGITS]      (default 100)
"""
import sys


def digits():
    """The decimal digits of pi, from a continued product of linear fractional maps."""
    k, a, b, a1, b1 = 2, 4, 1, 12, 4
    while True:
        p, q, k = k * k, 2 * k + 1, k + 1
        a, b, a1, b1 = a1, b1, p * a + q * a1, p * b + q * b1
        d, d1 = a // b, a1 // b1
        while d == d1:
            yield d
            a, a1 = 10 * (a % b), 10 * (a1 % b1)
            d, d1 = a // b, a1 // b1


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    line = ""
    source = digits()
    for i in range(1, n + 1):
        line += str(next(source))
        if i % 10 == 0 or i == n:
            print(f"{line:10}\t:{i}")
            line = ""


if __name__ == "__main__":
    main()

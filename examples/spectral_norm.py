# wasm: yes
# bench: 650
"""The largest singular value of an infinite matrix, by the power method: floats in lists, sums over ranges.

usage: spectral_norm.py [N]      (default 40)
"""
import sys


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    n = range(len(v))
    return [sum(element(i, j) * v[j] for j in n) for i in n]


def times_transposed(v):
    n = range(len(v))
    return [sum(element(j, i) * v[j] for j in n) for i in n]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    u = [1.0] * n
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    vbv = vv = 0.0
    for ui, vi in zip(u, v):
        vbv += ui * vi
        vv += vi * vi
    print(f"{(vbv / vv) ** 0.5:.9f}")


if __name__ == "__main__":
    main()

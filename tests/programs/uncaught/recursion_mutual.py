# wasm: yes
# Two functions that call each other: no line repeats, so the whole traceback is shown.
import sys

sys.setrecursionlimit(60)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return even(n - 1)


even(1000)

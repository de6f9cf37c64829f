# wasm: yes
# bench: 1000
"""The Mandelbrot set as text, and its checksum: float arithmetic in nested loops.

usage: mandelbrot.py [SIZE]      (default 32)
"""
import sys

LIMIT = 50


def escape_time(cr, ci):
    zr = zi = 0.0
    for i in range(LIMIT):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return i
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return LIMIT


def rows(size):
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        yield [escape_time(2.0 * x / size - 1.5, ci) for x in range(size)]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 32
    checksum = 0
    for row in rows(size):
        for n in row:
            checksum = (checksum * 31 + n) % 1000000007
        if size <= 64:
            print("".join("#" if n == LIMIT else " .:-=+*%@"[min(n // 2, 8)] for n in row).rstrip())
    print(f"{size} x {size}: checksum {checksum}")


if __name__ == "__main__":
    main()

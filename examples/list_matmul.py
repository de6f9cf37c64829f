# wasm: yes
# bench: 300
"""Product of two matrices kept as lists of lists, of floats and of integers.

usage: list_matmul.py [N]      (default 20)
"""
import sys


def multiply(a, b):
    columns = list(zip(*b))
    result = []
    for row in a:
        line = []
        for column in columns:
            total = 0
            for x, y in zip(row, column):
                total += x * y
            line.append(total)
        result.append(line)
    return result


def multiply_indexed(a, b):
    n, m, p = len(a), len(b), len(b[0])
    result = [[0.0] * p for _ in range(n)]
    for i in range(n):
        row, out = a[i], result[i]
        for k in range(m):
            x, other = row[k], b[k]
            for j in range(p):
                out[j] += x * other[j]
    return result


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    a = [[(i * 7 + j * 3) % 11 for j in range(n)] for i in range(n)]
    b = [[(i * 5 + j * 2) % 13 for j in range(n)] for i in range(n)]
    product = multiply(a, b)
    print("integers", sum(map(sum, product)), product[n // 2][n // 3])
    fa = [[x / 4 for x in row] for row in a]
    fb = [[x / 8 for x in row] for row in b]
    product = multiply_indexed(fa, fb)
    print("floats", sum(map(sum, product)), product[n // 2][n // 3])


if __name__ == "__main__":
    main()

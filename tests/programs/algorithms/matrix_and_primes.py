# wasm: yes
# Number crunching: matrix product, sieve, pi digits, gcd sums.
def matmul(a, b):
    n, m, p = len(a), len(b), len(b[0])
    c = [[0] * p for _ in range(n)]
    for i in range(n):
        for k in range(m):
            x = a[i][k]
            for j in range(p):
                c[i][j] += x * b[k][j]
    return c
a = [[(i * j) % 7 + 0.5 for j in range(12)] for i in range(12)]
b = matmul(a, a)
print(sum(map(sum, b)), b[3][4], matmul([[1, 2]], [[3], [4]]))
def identity(n): return [[int(i == j) for j in range(n)] for i in range(n)]
print(matmul(identity(3), [[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
def determinant(m):
    m = [row[:] for row in m]
    det = 1
    for i in range(len(m)):
        p = max(range(i, len(m)), key=lambda r: abs(m[r][i]))
        if m[p][i] == 0: return 0
        if p != i: m[i], m[p] = m[p], m[i]; det = -det
        det *= m[i][i]
        for r in range(i + 1, len(m)):
            f = m[r][i] / m[i][i]
            for c in range(i, len(m)): m[r][c] -= f * m[i][c]
    return det
print(round(determinant([[2, 1, 3], [0, 4, 1], [5, 6, 0]]), 9), determinant([[1, 2], [2, 4]]))
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))
print(pi_digits(60))
def newton_sqrt(n, digits):
    n *= 10 ** (2 * digits)
    x = n
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
print(newton_sqrt(2, 50))
def crc(data):
    c = 0xFFFFFFFF
    for byte in data:
        c ^= byte
        for _ in range(8):
            c = (c >> 1) ^ (0xEDB88320 if c & 1 else 0)
    return c ^ 0xFFFFFFFF
print(hex(crc(b"123456789")), hex(crc(b"")))
def simpson(f, a, b, n):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))
print(round(simpson(lambda x: x ** 3, 0, 2, 100), 10))

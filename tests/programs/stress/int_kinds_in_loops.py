# wasm: yes
# Loops whose counters and sums cross every boundary of integer representation.
for start in (2**31 - 2, 2**32 - 2, 2**46 - 2, 2**47 - 2, 2**48 - 2, 2**53 - 2, 2**62 - 2, 2**63 - 2, 2**64 - 2):
    n = start
    up = []
    for _ in range(4):
        n += 1
        up.append(n - start)
    down = []
    n = -start
    for _ in range(4):
        n -= 1
        down.append(n + start)
    print(start, up, down, n, n * -1, n // 3, n % 3, n < -start, hash(n) == hash(-start - 4))
x = 1
seen = []
while x < 2**70:
    x = x * 3 + 1
    seen.append(x % 97)
print(seen, x)
x, steps = 2**70, 0
while x > 1:
    x = x // 7
    steps += 1
print(steps, x)
acc = 0
for i in range(200):
    acc = acc * 31 + i
    if acc > 2**80: acc %= 2**61 - 1
print(acc)
print(sum(2**k for k in range(100)), sum(-(2**k) for k in range(64)), [2**k - 2**k for k in (31, 47, 62, 63, 64)])
def mix(a, b, n):
    for _ in range(n):
        a, b = b, (a * b + 12345) % (2**64)
    return a, b
print(mix(1, 2, 100))
m = 2**47
for i in range(-3, 4):
    v = m + i
    print(v, -v, v - m, int(str(v)) == v, v * v // v == v, float(v) == v, (v << 1) >> 1 == v, v & 0xFF, v ^ v, v | 1)

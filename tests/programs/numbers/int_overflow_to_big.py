# wasm: yes
# Arithmetic that crosses the limits of inline ints and of 64 bits.
edges = [2**46 - 1, 2**46, 2**47 - 1, 2**47, 2**48, 2**53, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64]
for e in edges:
    print(e, e + 1, e - 1, -e, -e - 1, e * 2, e * e, e // 3, e % 1000)
for e in edges:
    for d in (-1, 0, 1):
        n = e + d
        print(n == e, n < e, n > e, n - e, -n // 7, -n % 7, n // -7, n % -7)
x = 1
for i in range(70):
    x = x * 2 + 1
print(x)
for i in range(70):
    x = (x - 1) // 2
print(x)
n = 2**63
print(n - n, n // n, n % n, n - 1, -n, -n - 1 + 1)
print(2**47 - 2**47, (2**47 + 5) - 2**47, 2**100 - 2**100 + 3)

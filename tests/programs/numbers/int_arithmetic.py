# wasm: yes
# The seven arithmetic operators on small ints, with all sign combinations.
for a in (0, 1, -1, 7, -7, 12, -12, 100):
    for b in (1, -1, 3, -3, 5, -5, 12):
        print(a, b, a + b, a - b, a * b, a // b, a % b, a / b)
for a in (2, -2, 3, -3, 0, 1, -1):
    for b in (0, 1, 2, 5, 10):
        print(a, "**", b, "=", a ** b)
print(2 ** -1, (-2) ** -3, 10 ** -2)
print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, -(7 // 2))
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(-7, -3), divmod(0, 5))
print(+5, -5, - -5, ~5, ~-1, not 5, not 0)
print(-2 ** 2, (-2) ** 2, 2 ** 3 ** 2)

# wasm: yes
# Long division: every combination of lengths and signs is checked against its definition.
values = [1, 3, 2**30 - 1, 2**30, 2**31, 2**32 - 1, 2**60 + 12345, 2**64 - 1, 10**20, 2**127 - 1, 3**150,
          10**60 + 7, 2**300 - 2**150]
checks = 0
for a in values:
    for b in values:
        for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
            q, r = divmod(x, y)
            assert q == x // y and r == x % y
            assert q * y + r == x
            assert r == 0 or (r < 0) == (y < 0)
            assert abs(r) < abs(y)
            checks += 1
print(checks)
print(3**150 // 10**20, 3**150 % 10**20)
print(-3**150 // 10**20, -3**150 % 10**20)
print((10**60 + 7) // (2**127 - 1), (10**60 + 7) % -(2**127 - 1))
print(10**40 // 10**40, 10**40 // (10**40 + 1), -10**40 // (10**40 + 1))

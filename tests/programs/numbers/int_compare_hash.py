# wasm: yes
# Comparisons and hashes of ints, floats and bools agree.
values = [0, 1, -1, 2, 2**53, 2**53 + 1, 2**63, -2**63, 10**30, 0.0, 1.0, -1.0, 2.5, 2.0**53, 1e30, True, False,
          float("inf"), float("-inf")]
for a in values:
    print(a, [("<=>"[(a > b) - (a < b) + 1]) for b in values], [a == b for b in values].count(True))
for v in (0, 1, -1, -2, 2**61 - 1, 2**61, 2**61 - 2, -2**61, 2**100, -2**100, 10**40):
    print(v, hash(v))
print(hash(1.0) == hash(1) == hash(True), hash(2.0**70) == hash(2**70), hash(0.5), hash(-0.0), hash(1e300))
print(hash(float("inf")), hash(float("-inf")))
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, [nan] == [nan], nan in [nan])
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, -10**400 < float("-inf"))

# wasm: yes
# Larger sorts: runs, reversed input, many equal keys, tuple keys, records.
def lcg(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33
g = lcg(42)
data = [next(g) % 1000 for _ in range(5000)]
def check(values, key=None, reverse=False):
    indexed = sorted(range(len(values)), key=(lambda i: key(values[i])) if key else values.__getitem__, reverse=reverse)
    direct = sorted(values, key=key, reverse=reverse)
    assert direct == [values[i] for i in indexed]
    k = key or (lambda v: v)
    for a, b in zip(indexed, indexed[1:]):
        ka, kb = k(values[a]), k(values[b])
        assert (ka < kb if not reverse else ka > kb) or (ka == kb and a < b)
    h = 0
    for v in indexed: h = (h * 31 + v) % 1000000007
    return h
print(check(data), check(data, reverse=True), check(data, lambda v: v % 10), check(data, lambda v: -v), check(data, lambda v: v % 7, True))
print(check(list(range(3000))), check(list(range(3000, 0, -1))), check([1] * 1000), check([i % 2 for i in range(1000)]), check(list(range(500)) + list(range(500)) + list(range(1000, 0, -1))))
words = [chr(97 + next(g) % 26) * (1 + next(g) % 4) + chr(97 + next(g) % 26) for _ in range(1000)]
print(check(words), check(words, len), check(words, lambda w: (len(w), w)), check(words, lambda w: w[::-1], True))
floats = [next(g) / 1000 for _ in range(1000)]
print(check(floats), check([-f for f in floats], abs), check([f if i % 2 else int(f) for i, f in enumerate(floats)]))
records = [{"name": w, "age": n % 50} for w, n in zip(words, data)]
records.sort(key=lambda r: (-r["age"], r["name"]))
print(records[0], records[-1], records[500])
pairs = [(n % 5, w) for n, w in zip(data, words)]
print(sorted(pairs)[:3], sorted(pairs, key=lambda p: p[0])[:3], max(pairs), min(pairs))

# wasm: yes
# Insertion order through deletions, updates and growth.
d = {}
for i in range(100):
    d[i * 7 % 101] = i
print(list(d)[:10], len(d))
for i in range(0, 101, 2):
    d.pop(i, None)
print(list(d)[:10], len(d), list(d.values())[-5:])
for i in range(0, 101, 10):
    d[i] = "again"
print(list(d)[-11:], list(reversed(d))[:5], list(reversed(d.items()))[:2], list(reversed(d.values()))[0])
k = {"a": 1, "b": 2, "c": 3}
k["a"] = k.pop("a")
print(k, next(iter(k)), k.popitem(), k)
k["b"] = "same place"
print(k)
total = 0
big = {}
for i in range(5000):
    big[f"key{i}"] = i
for i in range(0, 5000, 3):
    del big[f"key{i}"]
for i, (key, value) in enumerate(big.items()):
    total += i * value
print(total, len(big), big["key4999"], "key3" in big, "key4" in big)
while len(big) > 3:
    big.popitem()
print(big)

# Products cross the borders of small ints and of 64 bits, of all signs, in hot loops.
# wasm: yes


def powers(base, n):
    x = 1
    out = []
    for _ in range(n):
        x = x * base
        out.append(x)
    return out[-1]


def scaled(items, factor):
    total = 0
    for x in items:
        total += x * factor
    return total


def squares(items):
    return [x * x for x in items]


print(powers(1, 300), powers(-1, 300), powers(2, 30), powers(0, 300))
for n in (31, 32, 47, 48, 49, 61, 62, 63, 64, 65, 130):
    print(powers(2, n), powers(-2, n), powers(3, n))
edges = [2 ** 15, 2 ** 16, 2 ** 23, 2 ** 24, 2 ** 31, 2 ** 32, 2 ** 47, 2 ** 48, 2 ** 62, 2 ** 63]
print(squares(list(range(300)))[-1])
for e in edges:
    print(squares([e, e - 1, e + 1, -e, 1 - e, -e - 1]))
    print(scaled([1, 2, 3] * 100, e), scaled([e] * 300, -1), scaled([e, -e, e], e))
print(3037000499 * 3037000499, 3037000500 * 3037000500, -3037000500 * 3037000500)


def factorial(n):
    result = 1
    i = 2
    while i <= n:
        result *= i
        i += 1
    return result


for n in (5, 12, 13, 16, 17, 18, 20, 21, 25):
    print(factorial(n))


def hash_text(text):
    h = 5381
    for c in text:
        h = h * 33 + ord(c)
    return h


def hash_masked(text):
    h = 14695981039346656037
    for c in text:
        h = ((h ^ ord(c)) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h


print(hash_text("ab"), hash_text("overflow of a hash"), hash_masked("overflow"), hash_masked("x" * 300))


def lcg(seed, n):
    for _ in range(n):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return seed


print(lcg(1, 300), lcg(2 ** 64 - 1, 300))
print(powers(0.5, 30), powers(2, 3) * "ab", scaled([1.5, 2], 3), scaled([], 3))

# Sums and differences cross 2**31, 2**47 to 2**49, 2**62 to 2**64 in hot loops, up and down.
# wasm: yes
EDGES = [2 ** 31, 2 ** 32, 2 ** 47, 2 ** 48, 2 ** 49, 2 ** 53, 2 ** 62, 2 ** 63, 2 ** 64]


def up(start, step, n):
    x = start
    for _ in range(n):
        x = x + step
    return x


def down(start, step, n):
    x = start
    for _ in range(n):
        x = x - step
    return x


def there_and_back(start, step, n):
    x = start
    seen = []
    for i in range(n):
        x += step
        if i % 100 == 99:
            seen.append(x)
            step = -step
    return x, seen


print(up(0, 1, 300), down(0, 1, 300), there_and_back(0, 3, 300))
for edge in EDGES:
    print(edge.bit_length(), up(edge - 150, 1, 300) - edge, down(150 - edge, 1, 300) + edge)
    print(up(edge - 1, 0, 5), up(edge - 1, 1, 1), up(-edge, 0, 5), down(-edge, 1, 1), down(-edge + 1, 1, 1))
    print(there_and_back(edge - 50, 1, 300), there_and_back(50 - edge, -1, 300))
    print(up(0, edge, 300), down(0, edge, 300), up(-edge * 10, edge, 20), down(edge * 10, edge, 20))
    print(up(edge, -edge, 2), down(-edge, edge, 2), up(edge - 1, edge, 3), up(-edge, -edge, 3))
print(up(2 ** 63 - 1, 2 ** 63 - 1, 1), down(-2 ** 63, 2 ** 63 - 1, 1), down(0, -2 ** 63, 1), up(-1, -2 ** 63, 1))
print(down(-2 ** 48, 1, 1), up(2 ** 48 - 1, 1, 1), up(-2 ** 48, 2 ** 48, 2), down(2 ** 48 - 1, -2 ** 48, 1))


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


for n in (40, 69, 70, 71, 92, 93, 94, 200):
    print(fibonacci(n))

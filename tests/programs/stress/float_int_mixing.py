# wasm: yes
# Values that are int on one path and float on another.
def pick(i): return i if i % 2 else i / 2
print([pick(i) for i in range(6)], sum(pick(i) for i in range(10)), max(pick(i) for i in range(5)))
total = 0
for i in range(10):
    total += pick(i) * (1 if i < 5 else 0.5)
print(total, type(total).__name__)
def poly(x): return 3 * x * x - 2 * x + 1
print(poly(2), poly(2.0), poly(True), poly(2**40), poly(-0.5), poly(1e200), poly(10**20))
xs = [1, 2.0, 3, 4.5, True]
print(sum(xs), sorted(xs), [x // 1 for x in xs], [x % 2 for x in xs], [-x for x in xs], [x ** 2 for x in xs], [x / 2 for x in xs], min(xs), [x == int(x) for x in xs])
n = 10
while n != 1:
    n = n / 2 if n % 2 == 0 else n * 3 + 1
    print(n, end=" ")
    if n > 100 or n == 2: break
print()
acc = 0.0
for i in range(1, 11):
    acc = acc + 1 / i
    if i == 5: acc = int(acc)
print(acc)
def average(values):
    s = c = 0
    for v in values:
        s += v
        c += 1
    return s / c if c else None
print(average([1, 2, 3]), average([1.5, 2]), average([]), average([2**60, 2**60 + 2]), average([True, False]))
for a, b in ((1, 2), (1.0, 2), (1, 2.0), (7, -2), (7.5, -2), (-7, 2.5), (0, -3.0), (-0.0, 5)):
    print(a + b, a - b, a * b, a / b, a // b, a % b, a < b, a == b, divmod(a, b))

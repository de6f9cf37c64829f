# wasm: yes
# Assignment expressions in conditions, comprehensions and calls.
data = [3, 1, 4, 1, 5, 9, 2, 6]
it = iter(data)
while (v := next(it, None)) is not None:
    if (sq := v * v) > 20:
        print(v, sq)
        break
print(v, sq)
print([y for x in data if (y := x * 2) > 6], y, (z := 1) + z, [w := 5, w + 1], f"{(q := 7)} {q}")
def f(a, b=0):
    return a, b
print(f(k := 3, b=(m := 4)), k, m)
if (n := len(data)) > 5:
    print("long", n)
total = 0
print([total := total + x for x in data], total)
def scope():
    [inner := i for i in range(3)]
    return inner
print(scope())
print((lambda: (local := 5) + local)())
x = (first := "a", second := "b")
print(x, first, second)

# wasm: yes
# Float operators and special values.
inf = float("inf")
nan = float("nan")
for a in (1.5, -1.5, 0.0, -0.0, 7.25, -7.25, 1e10):
    for b in (2.0, -2.0, 0.5, 3):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(inf + 1, inf - inf, inf * 0, -inf, inf // 2, 5 // inf, -5 // inf, 5 % inf, -5 % inf, inf % 2)
print(nan + 1, nan * 0, nan // 1, nan % 1)
print(2.0 ** 0.5, 4 ** 0.5, (-8.0) ** 3, 2.0 ** -1, 0.0 ** 0, inf ** 0, nan ** 0, 1 ** nan)
print(0.1 + 0.2, 1e16 + 1, 1 / 3, 2 / 3, 1e308 * 10, -1e308 * 10, 5e-324 / 2)
print(-0.0, 0.0 == -0.0, 0 * -1.0, -0.0 + 0.0, abs(-0.0), -(-0.0))
print(1.0 - 0.9, 3 * 0.1, 1.1 + 2.2, 100 * 1.1)
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: divmod(1.0, 0.0))
attempt(lambda: 0.0 ** -1)
attempt(lambda: 10.0 ** 400)
attempt(lambda: 1.0 + "x")
attempt(lambda: 1.5 << 2)

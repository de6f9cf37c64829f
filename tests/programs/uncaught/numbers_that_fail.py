# wasm: yes
# Arithmetic errors of all number types.
def attempt(function):
    try:
        function()
    except (ArithmeticError, ValueError, TypeError) as error:
        return error


zero, big = 0, 10**400
raise ExceptionGroup(
    "numbers",
    [
        attempt(lambda: 1 % zero),
        attempt(lambda: divmod(1.5, zero)),
        attempt(lambda: 2.0 // zero),
        attempt(lambda: zero**-1),
        attempt(lambda: 0.0**-2),
        attempt(lambda: 1j / zero),
        attempt(lambda: float(big)),
        attempt(lambda: big / 3),
        attempt(lambda: 10.0**400),
        attempt(lambda: int(float("inf"))),
        attempt(lambda: int(float("nan"))),
        attempt(lambda: 1 << -1),
        attempt(lambda: pow(2, -1, 4)),
        attempt(lambda: int("1_", 0)),
        attempt(lambda: float("1.2.3")),
    ],
) from ExceptionGroup(
    "more numbers",
    [
        attempt(lambda: complex("x")),
        attempt(lambda: round("1")),
        attempt(lambda: 1 + None),
        attempt(lambda: -"x"),
        attempt(lambda: abs([])),
        attempt(lambda: 3 @ 4),
        attempt(lambda: 5 < 5j),
        attempt(lambda: sum(["a"])),
        attempt(lambda: (2).__add__()),
        attempt(lambda: range(1.5)),
    ],
)

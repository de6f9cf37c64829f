# wasm: yes
# Methods, attributes and conversions of int.
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (-5).__abs__())
print(abs(-5), abs(5), abs(-2**80), abs(True), abs(-0))
print(int(3.99), int(-3.99), int(True), int("12"), int(1e20), int(-1e25), int())
print((10).to_bytes(2, "big"), (1000).to_bytes(4, "little"), int.from_bytes(b"\x01\x00", "big"))
print((255).bit_length(), (1.5).is_integer(), (3.0).is_integer())
print((3).__add__(4), (3).__add__(4.0), (3).__lt__(4), (7).__floordiv__(2))
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5), round(2**70, -5))
for value in (float("inf"), float("-inf"), float("nan")):
    try:
        int(value)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
for value in (None, [], "1.0"):
    try:
        int(value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# wasm: yes
# round: to even, with digits, and results of which type.
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e15 + 0.5, -2.4, 2.6):
    print(v, round(v), round(v, 1), round(v, 2), round(v, 0), round(v, -1))
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, -2), round(5e-324, 400))
print(type(round(2.5)), type(round(2.5, 0)), type(round(2, 1)), round(1e300) == int(1e300))
print(round(123.456, None), round(7, None))
for bad in (float("inf"), float("nan")):
    try:
        round(bad)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
    print(round(bad, 2))
try:
    round("a")
except TypeError as error:
    print(error)
try:
    round(1.5, "a")
except TypeError as error:
    print(error)
print((2.5).is_integer(), (4.0).is_integer(), (0.5).as_integer_ratio(), (-4.0).as_integer_ratio())

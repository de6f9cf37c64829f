# wasm: yes
# Shortest representation of floats and where the exponent begins.
for v in (0.1, 1.0, 100.0, 1e15, 1e16, 123456789012345678.0, 1e17, 1e22, 1e-4, 1e-5, 0.0001234, 0.00001234, 1.5e300,
          5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 3.141592653589793, 2.718281828459045,
          1/3, 2/3, 1e100, 123456.789, 9007199254740993.0, 4.35, 0.3, 1e23, 9.5e-7, 1.0e-10):
    print(v, -v, repr(v), str(v))
print(float("1e5"), float(" 2.5 "), float("-.5"), float("5."), float("1_0.2_5"), float("+3"), float("Infinity"),
      float("-inf"), float("NaN"), float("1e400"), float("1e-400"))
print(float(), float(3), float(True), float(2**60), float(10**22), float(10**23))
for text in ("", "abc", "1e", "1..2", "--1", "1_", "in", "0x10", "1 2"):
    try:
        print(float(text))
    except ValueError as error:
        print(error)
for value in (None, [], {}):
    try:
        float(value)
    except TypeError as error:
        print(error)
print(float.fromhex("0x1.8p1"), (1.5).hex(), (0.1).hex(), (-0.0).hex())

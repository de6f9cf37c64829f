# wasm: yes
# Big ints to text and back, in several bases.
n = 1
for i in range(1, 31):
    n *= i
print(n, -n, str(n), repr(n), len(str(n)))
print(2**200, -2**200, 10**50, 10**50 - 1)
print(hex(2**100 + 255), oct(2**100 + 8), bin(2**70 + 5), hex(-2**64), bin(-5), oct(-8), hex(0))
print(int("123456789012345678901234567890"), int("-1" + "0" * 40))
print(int("ff" * 12, 16), int("0x1f", 16), int("0x1f", 0), int("0b101", 0), int("0o17", 0), int("z" * 15, 36))
print(int("  42\n"), int("+7"), int("1_000_000"), int("-0"))
print(int(str(3**300)) == 3**300, int(str(-7**200)) == -7**200)
for text in ("", " ", "1__0", "_1", "1_", "12a", "0x10", "--1", "1.5", "9" * 30 + "x"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
for text, base in (("8", 8), ("g", 16), ("1", 1), ("1", 37), ("0b2", 0), ("012", 0)):
    try:
        print(int(text, base))
    except ValueError as error:
        print(error)

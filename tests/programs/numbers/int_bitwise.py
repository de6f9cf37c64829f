# wasm: yes
# Bit operations on small, negative and big ints.
values = [0, 1, -1, 5, -6, 255, -256, 2**31, -2**31, 2**64 - 1, -2**64, 2**100 + 12345, -3**80]
for a in values:
    print(a, ~a, [a & b for b in values], [a | b for b in values], [a ^ b for b in values])
for a in values:
    print([a << s for s in (0, 1, 31, 64)], [a >> s for s in (0, 1, 31, 64, 200)])
print(1 << 100, (1 << 100) >> 98, -1 >> 1000, -5 >> 1, 5 >> 1)
print((2**64 - 1).bit_length(), (-2**64).bit_length(), (0).bit_length(), (255).bit_count(), (-7).bit_count())
for shift in (-1, -100):
    try:
        print(1 << shift)
    except ValueError as error:
        print(error)
    try:
        print(1 >> shift)
    except ValueError as error:
        print(error)

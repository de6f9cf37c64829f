# wasm: yes
"""Large numbers with a minus sign in the source, where the sign may be part of the constant."""
x = -9223372036854775808
print(x, x - (-12), 1073741824 > x, x % 500, -x)
print(-(-12) + x, -123456789012345678901234567890 + 1, - -10**30, -(10**30))
print((-281474976710656, -281474976710657, -18446744073709551616))


def total():
    return (-9223372036854775808) - (-12)


print(total(), [(-9223372036854775809) - (-12) for _ in range(2)], {-99999999999999999999: -1}[-99999999999999999999])

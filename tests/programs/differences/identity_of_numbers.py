# wasm: yes
# difference: floats and ints of up to 49 bits are values without an address: equal ones are identical, and so are NaNs
# that arithmetic gives (each float("nan") is one of its own)
def number(text):
    return float(text) if "." in text or "n" in text else int(text)


print(number("1.5") is number("1.5"), number("1000") is number("1000"))
one, other = number("nan"), number("nan")
print(one is other, one in [other], one * 1 in [other * 1], hash(one) == hash(other))

# wasm: yes
# Case conversion, ASCII and beyond.
for s in ("hello World", "ÀÉÎ straße", "ǆ ŉ ﬁ", "ΑΣ ΌΣΟΣ", "i̇ İ ı", "они'll don't x1y", "", "123", "日本"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("abc".isupper(), "ABC".isupper(), "AB1".isupper(), "1".isupper(), "ab1".islower(), "Ab Cd".istitle(), "Ab cd".istitle(), "".islower())
print("É".lower() == "é", "ß".upper(), "ﬃ".upper(), "Σ".lower(), "ΑΣ".lower())

# wasm: yes
# Text beyond ASCII on stdout; lone surrogates cannot be encoded.
print("äöü ß é ñ", "日本語", "😀🎉", "\u0301 combining", "Ω≈ç√∫")
print("é".ljust(5) + "|", f"{'日':*^5}", len("😀"), "é" == "e\u0301")
try:
    print("bad \ud800 surrogate")
except UnicodeEncodeError as error:
    print(error)
print(ascii("\ud800"), repr("\ud800"), len("\ud800\udc00"))

# wasm: yes
# repr and ascii of strings with quotes, controls and wide characters.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "nl\n", "cr\r", "\0\x01\x1f\x7f", "\x80\x9f\xa0\xad", "é", "日本", "😀",
          "\ue000", "\u200b", "\ufeff", "\ud800", "back\\slash", "\u2028", "", "\U0010ffff", "\u0378"):
    print(ascii(s), len(s), len(repr(s)))
print(repr("é日😀"), repr("it's"), repr('"'), repr("'\""), ["a'b", 'c"d'], ("x",), {"k": "v\n"})
print(str("x"), str(b"x"), str(), str(5), str(None), str(b"caf\xc3\xa9", "utf-8"), str(object=3))
try:
    str(b"\xff", "ascii")
except UnicodeDecodeError as error:
    print(error)
try:
    str("a", "utf-8")
except TypeError as error:
    print(error)

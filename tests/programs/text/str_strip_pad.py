# wasm: yes
# strip and friends, padding, zfill, removing prefixes.
print(repr("  a b \n".strip()), repr("  a ".lstrip()), repr(" a  ".rstrip()), "xxaxx".strip("x"), "abcba".strip("ab"), "abc".strip(""),
      repr("\u3000é\u00a0".strip()), "xyx".lstrip("yx"), repr("".strip()), "mississippi".rstrip("ipz"))
print("ab".ljust(5) + "|", "ab".rjust(5), "|" + "ab".center(5) + "|", "|" + "abc".center(6, "*") + "|", "ab".ljust(1), "ab".center(7, "é"), "a".center(4) + "|")
print("42".zfill(5), "-42".zfill(5), "+42".zfill(6), "abc".zfill(2), "".zfill(3), "--1".zfill(6))
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "abc".removeprefix("x"), "abc".removesuffix(""))
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "\t|".expandtabs(3), "ab\n\tc".expandtabs(4), "a\tb".expandtabs(0))
for action in (lambda: "a".ljust(5, "xy"), lambda: "a".strip(1), lambda: "a".center("5"), lambda: "a".zfill(), lambda: "a".rjust(3, 1)):
    try:
        action()
    except TypeError as error:
        print(error)

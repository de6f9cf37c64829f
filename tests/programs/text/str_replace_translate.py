# wasm: yes
# replace, translate, maketrans, encode.
print("aaa".replace("a", "b"), "aaa".replace("a", "bb", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "abc".replace("x", "y"),
      "abcabc".replace("bc", ""), "".replace("", "x"), "aXbX".replace("X", "日"), "日本".replace("日", "a"), "abc".replace("b", "b", -1))
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "abc".translate({97: "1", 98: None, 99: 67}), "é".translate({0xe9: "e"}))
print(str.maketrans({"a": "b", "c": None}), str.maketrans("ab", "cd"))
print("é日😀".encode(), "abc".encode("ascii"), "é".encode("latin-1"), "é".encode("utf-8"), b"\xc3\xa9".decode(), b"abc".decode("ascii"))
for action in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"a\xc3".decode("utf-8"), lambda: "a".replace("a"), lambda: "a".replace(1, 2),
               lambda: str.maketrans("ab", "c")):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print("é!".encode("ascii", "replace"), "é!".encode("ascii", "ignore"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"))

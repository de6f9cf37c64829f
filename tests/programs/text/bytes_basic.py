# wasm: yes
# bytes literals: indexing, slicing, methods, comparison, errors.
b = b"hello\x00\xff\n"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), b + b"!", b[:2] * 2, 104 in b, b"ell" in b, b == b"hello", b"a" < b"b")
print(b"a,b".split(b","), b"-".join([b"x", b"y"]), b"abc".upper(), b"ABC".lower(), b" x ".strip(), b"abc".find(b"c"), b"abc".replace(b"b", b"--"), b"abc".startswith(b"ab"))
print(b"abc".decode(), b"caf\xc3\xa9".decode("utf-8"), b"\x41".hex(), bytes([65, 66]), bytes(3), bytes(), bytes(b"x"), bytes("é", "utf-8"), bytes.fromhex("4142 43"))
print(b'quote\'s "both"', b"it's", rb"raw\n", b"\t\r\\", b"con" b"cat", hash(b"a") == hash(b"a"), bool(b""), {b"k": 1}[b"k"])
print([x for x in b"abc"], max(b"az"), sum(b"\x01\x02"), sorted(b"cab"), tuple(b"ab"), b"%d-%s" % (5, b"x"))
for action in (lambda: b[100], lambda: b + "s", lambda: b"a" + 1, lambda: b"a"["x"], lambda: "s" in b, lambda: 300 in b, lambda: bytes([256]), lambda: bytes("x"),
               lambda: bytes(-1), lambda: b"a" < "a", lambda: b"a".join(["x"]), lambda: bytes([None])):
    try:
        print(action())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
try:
    b[0] = 1
except TypeError as error:
    print(error)
print(b"a" == "a", "a" == b"a", b"" == b"", b"a" != b"a")

# wasm: yes
# split, rsplit, splitlines, partition and join.
print("a b  c".split(), "  a b  ".split(), "".split(), "   ".split(), "a b c d".split(None, 2), " a  b c ".split(None, 1))
print("a,b,,c".split(","), "".split(","), ",".split(","), "a,b,c".split(",", 1), "a::b::c".split("::"), "abc".split("abc"))
print("a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), "a,b,c".rsplit(","), "  x y ".rsplit(maxsplit=1), "a-b".split(sep="-", maxsplit=0))
print("l1\nl2\r\nl3\rl4\x0bl5\x0cl6\x1cl7\u2028l8".splitlines(), "a\n\nb\n".splitlines(), "a\r\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(keepends=True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="), "==".partition("=="))
print(", ".join(["a", "b"]), "".join([]), "-".join("abc"), "x".join(["one"]), "é".join(("日", "b")), " ".join(str(i) for i in range(5)))
for action in (lambda: "a".split(""), lambda: "a".partition(""), lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5),
               lambda: "a".split(1), lambda: "a".join()):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print("one\ttwo\u00a0three\u3000four".split(), "x😀y😀z".split("😀"))

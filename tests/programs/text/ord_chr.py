# wasm: yes
# ord, chr and their limits.
for c in "aZ0 \né日😀":
    print(ord(c), chr(ord(c)) == c, hex(ord(c)))
print([chr(n) for n in (65, 233, 0x65e5, 0x1f600)], ascii(chr(0)), ascii(chr(0x10ffff)), ord(b"a"), chr(True) == "\x01")
for action in (lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: chr(1.0), lambda: ord(b"ab"),
               lambda: chr(10**30)):
    try:
        action()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
rot = "".join(chr((ord(c) - 97 + 13) % 26 + 97) if "a" <= c <= "z" else c for c in "hello, world")
print(rot)

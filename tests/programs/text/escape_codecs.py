# The encodings unicode_escape and raw_unicode_escape.
# wasm: yes
def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


TEXT = "plain \\ ' \" \t\n\r\x00\x1f\x7f\x80é\xffĀ€\uffff\U00010000😀\ud800"
for name in ["unicode_escape", "unicode-escape", "Unicode_Escape", "unicode escape", "raw_unicode_escape",
             "raw-unicode-escape"]:
    encoded = TEXT.encode(name)
    print(name, encoded, encoded.decode(name) == TEXT)

DATA = [rb"\a\b\f\n\r\t\v\\\'\"", rb"\0\7\12\101\3777\08", rb"\x41\xe9\xFF", rb"\u0041\u20ac\ud800", rb"\U0001F600\U0010ffff",
        b"a\\\nb", b"\xe9\xff", rb"\u004", rb"\x4", rb"\xg1 rest", rb"\U0001F60", rb"\U00110000 rest", rb"\u12g4 rest",
        b"end\\", rb"\N", rb"\N{", rb"\N{} rest", rb"\N{NO SUCH NAME} rest", b"\\\\u0041", b"", bytearray(rb"\x41")]
for data in DATA:
    for name in ["unicode_escape", "raw_unicode_escape"]:
        attempt(lambda: ascii(data.decode(name)))
        for handler in ["ignore", "replace", "backslashreplace"]:
            attempt(lambda: ascii(data.decode(name, handler)))
attempt(lambda: str(b"\\u0041", "unicode_escape"))
attempt(lambda: bytes("\u0100", "unicode_escape"))
attempt(lambda: b"\\x".decode("unicode_escape", "unknown"))
attempt(lambda: "x".encode("unicode_escapes"))
attempt(lambda: "x".encode("unicodeescape"))
try:
    rb"ab\x4 rest".decode("unicode_escape")
except UnicodeDecodeError as error:
    print(error.args, error.encoding, error.start, error.end)

# wasm: yes
# The is… methods over interesting characters.
samples = ["a", "Z", "5", " ", "", "_", "é", "²", "½", "٣", "日", "\n", "\t\r", "a1", "a b", "x_1", "1x", "class", "\u00a0", "\x7f", "😀", "Ⅷ", "-", "ª"]
for s in samples:
    print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isidentifier(),
          s.isprintable(), s.isascii(), s.istitle())
print(int("٣٤"), float("١.٥"), chr(0x663), ord("٣"))

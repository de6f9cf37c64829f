# wasm: yes
# Indexing and slicing of str, all widths of characters.
for s in ("hello", "", "naïve", "日本語テキスト", "a😀b😀", "x"):
    print(repr(s), len(s), s[:2], s[2:], s[-2:], s[::-1], s[::2], s[1:-1], s[-100:100], s[5:1], s[3:0:-1])
s = "abcdef"
print([s[i] for i in range(-6, 6)], s[True], s[slice(1, 4)], s[slice(None, None, -2)])
for index in (6, -7, 10**30):
    try:
        s[index]
    except IndexError as error:
        print(type(error).__name__, error)
for index in ("1", 1.0, None, (1, 2)):
    try:
        s[index]
    except TypeError as error:
        print(error)
try:
    s[::0]
except ValueError as error:
    print(error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
try:
    del s[0]
except TypeError as error:
    print(error)
print([c for c in "añ😀"], list("ab"), "".join(reversed("añ😀")))

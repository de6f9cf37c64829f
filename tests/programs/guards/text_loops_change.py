# Loops over characters and string building meet other string widths, bytes, and objects that are no strings.
# wasm: yes


def count(text):
    vowels = digits = 0
    for c in text:
        if c in "aeiou":
            vowels += 1
        elif "0" <= c <= "9":
            digits += 1
    return vowels, digits


def build(parts):
    s = ""
    for p in parts:
        s += p
        t = s
    return s[-3:], len(s), t is s


def codes(text):
    h = 0
    for i in range(len(text)):
        h = (h * 31 + ord(text[i])) % 1000003
    return h


def prefix(words, p):
    n = 0
    for w in words:
        if w.startswith(p) and len(w) > 1:
            n += 1
    return n


print(count("hello world 42" * 30), count("äöü€😀aé1" * 30), count(["a", "7", "zz"]), count(""), count({"e": 1}))
for bad in (b"abc", [1], 5, [None]):
    try:
        print(count(bad))
    except TypeError as error:
        print(error)
print(build(["a"] * 300), build(["a", "é", "€", "😀"] * 50), build(["x"]))
for bad in (["a", 1], ["a", None], [b"a"]):
    try:
        build(bad)
    except TypeError as error:
        print(error)
print(codes("abc" * 100), codes("äbc" * 100), codes("a😀" * 50), codes(["a", "b"]))
for bad in (b"ab", ["ab"], "".join, [1]):
    try:
        print(codes(bad))
    except TypeError as error:
        print(error)
print(prefix(["abc", "a", "abd"] * 100, "ab"), prefix(["äb", b"ab"[:0].decode()], "ä"), prefix([], None))
for words, p in (([b"abc"], b"ab"), (["a"], 3), ([5], "a"), (["abc"], ("x", "ab"))):
    try:
        print(prefix(words, p))
    except (TypeError, AttributeError) as error:
        print(error)


class Word(str):
    def startswith(self, p):
        return True

    def __iter__(self):
        return iter(["aa", "e", "9"])

    def __getitem__(self, i):
        return "z"

    def __add__(self, other):
        return "added"

    __radd__ = __add__


print(prefix(["abc", Word("xyz")] * 10, "ab"), count(Word("bcd")), codes(Word("aaa")), build(["a", Word("b")]))


def share(n):
    s = "start"
    keep = []
    for i in range(n):
        s += str(i)
        if i % 100 == 0:
            keep.append(s)
    return [len(k) for k in keep], keep[0], len(s)


print(share(300))


def join(parts, n):
    out = []
    for i in range(n):
        out.append(parts[i % len(parts)])
    return len(",".join(out))


print(join(["a", "b"], 300), join(["é", "😀"], 300), join([Word("w")], 3))
try:
    join(["a", 5], 300)
except TypeError as error:
    print(error)

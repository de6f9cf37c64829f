# SipHash-1-3 with PYTHONHASHSEED=0: the values themselves, and orders that follow from them.
for s in ("", "a", "b", "abc", "hello world", "é", "日本", "😀", "x" * 7, "x" * 8, "x" * 100):
    print(repr(s[:12]), hash(s))
print(hash(b""), hash(b"abc"), hash(("a", 1)), hash(()), hash((1, 2, 3)), hash(((), ("x",))))
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset("ab")))
print({"apple", "banana", "cherry", "date", "elderberry"})
print(set("the quick brown fox"))
print({1, "1", 1.5, None, (1, 2), True} - {None})

# Iteration order of sets of ints and strings: CPython's probing, growth and deletion.
print({5, 3, 1}, {100, 1, 50, 33, 17}, {-1, -2, 0}, set(range(20, 0, -1)), {2**61, 2**40, 1})
s = set()
for i in (8, 16, 24, 32, 1, 9, 17):
    s.add(i)
    print(s)
for i in (16, 1):
    s.discard(i)
    print(s)
s.add(40)
print(s, s.pop(), s.pop(), s)
words = "the quick brown fox jumps over the lazy dog and runs away".split()
print(set(words))
print(set(words[:4]) | set(words[5:]), set(words) - {"the", "dog"}, set(words) & set("dog fox cat".split()), {"a", "b"} ^ {"b", "c", "d"})
t = set()
for w in words * 2:
    if w in t:
        t.remove(w)
    else:
        t.add(w)
t.update(w[::-1] for w in words)
print(t)
print(frozenset(words), list({(1, 2), (3, 4), (0, 0)}), {1.5, 2.5, -0.5, 1e10}, {None, 1, "x"} - {None})
print(list(set(str(i) for i in range(40))))

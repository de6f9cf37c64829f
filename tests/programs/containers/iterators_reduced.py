# What copy and pickle ask of iterators: __reduce__ and __setstate__, before, within and behind the end.
# wasm: yes
def attempt(f):
    try:
        r = f()
        return r
    except Exception as e: return type(e).__name__, str(e)
its = [iter("abc"), iter("a\u20acc"), iter(b"abc"), iter(bytearray(b"ab")), iter([1, 2]), reversed([1, 2]), iter((1, 2)), iter({1: 2}), iter({1: 2}.items()), iter({1: 2}.values()), reversed({1: 2}), iter({1}), iter(range(3)), iter(range(10**20, 10**20 + 2)), enumerate("ab"), zip("ab", "cd"), zip("ab", strict=True), map(str, [1]), filter(None, [1]), reversed("ab"), iter(int, 5)]
class S:
    def __getitem__(self, i): return [1, 2][i]
    def __len__(self): return 2
its += [iter(S()), reversed(S())]
def norm(r):
    if isinstance(r, tuple): return tuple(norm(x) for x in r)
    if isinstance(r, list): return [norm(x) for x in r]
    if isinstance(r, (int, str, bytes, float, dict, bytearray)) or r is None: return r
    if isinstance(r, type) or callable(r): return getattr(r, "__name__", type(r).__name__)
    return type(r).__name__
for i in its:
    n = type(i).__name__
    for k in range(3):
        print(n, norm(attempt(lambda: i.__reduce__())))
        if k == 0: print("   ", hasattr(i, "__setstate__"), hasattr(i, "__length_hint__"), attempt(lambda: i.__length_hint__()) if hasattr(i, "__length_hint__") else "")
        attempt(lambda: next(i)); 
    for _ in range(2): attempt(lambda: next(i))
    print(n, "end", norm(attempt(lambda: i.__reduce__())))
for make in (lambda: iter("abcd"), lambda: iter(b"abcd"), lambda: iter([1, 2, 3, 4]), lambda: iter((1, 2, 3, 4)), lambda: reversed([1, 2, 3, 4]), lambda: iter(range(4)), lambda: reversed("abcd"), lambda: iter(S())):
    for state in (2, -3, 99, "a"):
        i = make()
        print(type(i).__name__, state, attempt(lambda: i.__setstate__(state)), list(i))

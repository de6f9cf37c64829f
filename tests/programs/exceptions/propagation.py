# wasm: yes
# Exceptions through calls, loops, comprehensions, iterators, methods, callbacks.
def raiser(x):
    if x == 3: raise ValueError(f"at {x}")
    return x
def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)
attempt("listcomp", lambda: [raiser(x) for x in range(5)])
attempt("dictcomp", lambda: {x: raiser(x) for x in range(5)})
attempt("genexp", lambda: sum(raiser(x) for x in range(5)))
attempt("map", lambda: list(map(raiser, range(5))))
attempt("filter", lambda: list(filter(raiser, range(5))))
attempt("sorted", lambda: sorted(range(5), key=raiser))
attempt("max", lambda: max(range(5), key=raiser))
attempt("zip", lambda: list(zip(map(raiser, range(5)), range(9))))
attempt("enumerate", lambda: list(enumerate(map(raiser, range(5)))))
attempt("join", lambda: "".join(str(raiser(x)) for x in range(5)))
attempt("tuple", lambda: tuple(raiser(x) for x in range(5)))
attempt("set", lambda: {raiser(x) for x in range(5)})
attempt("dict", lambda: dict((x, raiser(x)) for x in range(5)))
attempt("extend", lambda: [].extend(raiser(x) for x in range(5)))
attempt("any", lambda: any(raiser(x) > 9 for x in range(5)))
attempt("star", lambda: print(*(raiser(x) for x in range(5))))
attempt("fstring", lambda: f"{raiser(3)}")
attempt("default", lambda: {}.get(raiser(3)))
attempt("chain", lambda: 0 < raiser(2) < raiser(3))
class It:
    def __init__(self, fail): self.fail = fail
    def __iter__(self):
        if self.fail == "iter": raise KeyError("in iter")
        return self
    def __next__(self):
        if self.fail == "next": raise KeyError("in next")
        raise StopIteration
    def __len__(self):
        if self.fail == "len": raise KeyError("in len")
        return 0
    def __contains__(self, x): raise KeyError("in contains")
    def __getitem__(self, i): raise KeyError("in getitem")
    def __setitem__(self, i, v): raise KeyError("in setitem")
    def __enter__(self): raise KeyError("in enter")
    def __exit__(self, *a): pass
    def __call__(self): raise KeyError("in call")
    def __hash__(self): raise KeyError("in hash")
    def __eq__(self, o): raise KeyError("in eq")
    def __bool__(self): raise KeyError("in bool")
    def __repr__(self): raise KeyError("in repr")
def statement(kind):
    it = It("x")
    if kind == "setitem": it[0] = 1
    elif kind == "with":
        with it: pass
    elif kind == "unpack":
        a, b = It("next")
    elif kind == "while":
        while it: pass
    elif kind == "for":
        for _ in It("iter"): pass
    elif kind == "star":
        a, *b = It("iter")
for kind in ("setitem", "with", "unpack", "while", "for", "star"):
    attempt(kind, lambda: statement(kind))
for name, action in (("iter", lambda: list(It("iter"))), ("next", lambda: list(It("next"))), ("len", lambda: len(It("len"))), ("in", lambda: 1 in It("")), ("getitem", lambda: It("")[0]), ("call", lambda: It("")()),
                     ("hash", lambda: {It(""): 1}), ("eq", lambda: It("") == 1), ("in list", lambda: It("") in [1]), ("bool", lambda: not It("")), ("repr", lambda: str([It("")])), ("and", lambda: It("") and 1), ("list len", lambda: list(It("len")))):
    attempt(name, action)

# A subclass of str: methods inherited, results plain str.
class Name(str):
    def __new__(cls, text):
        self = super().__new__(cls, text.strip())
        self.original = text
        return self
    def shout(self):
        return self.upper() + "!"
    def __repr__(self):
        return f"Name({str(self)!r})"
n = Name("  bob ")
print(n, repr(n), n.shout(), n.original == "  bob ", n == "bob", hash(n) == hash("bob"), {n: 1}["bob"], len(n), n[0], type(n[0]), type(n + "x"), type(n.upper()))
print(isinstance(n, str), n in ["bob"], "o" in n, [n], f"{n:>5}|", f"{n!r}", "-".join([n, n]), type(str(n)), sorted([Name("b"), Name("a")]))

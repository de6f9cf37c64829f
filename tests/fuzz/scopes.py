"""What names a piece of generated code may use, and of what kind their values likely are."""
from contextlib import contextmanager


class Scope:
    def __init__(self, parameters=(), kinds=None):
        self.kinds = dict.fromkeys(parameters, "any") | (kinds or {})
        self.allows_walrus = True
        # What an expression may do: None, "yield", "await" or "both".
        self.suspends = None
        self.count = 0

    def names(self, kind, strictly=True):
        """The names whose values likely are of a kind; with `strictly` false those of which nothing is known, too."""
        return [name for name, known in self.kinds.items() if known == kind or known == "any" and not strictly]

    @staticmethod
    def binds_outside(lines):
        """Whether a statement must stay where it is."""
        return any(line.startswith(("nonlocal", "global")) for line in lines)

    def all(self):
        return list(self.kinds)

    def new(self, kind):
        """A new variable, or an old one that changes its kind."""
        old = [name for name, known in self.kinds.items() if name.startswith("v")]
        if old and self.count > 3 and hash((len(old), self.count)) % 3 == 0:
            name = old[self.count % len(old)]
        else:
            name = f"v{self.count}"
        self.count += 1
        self.kinds[name] = kind or "any"
        return name

    @contextmanager
    def inner(self, names, walrus=True):
        """Names of a lambda or comprehension, seen only inside."""
        kinds, allowed, suspends = dict(self.kinds), self.allows_walrus, self.suspends
        self.kinds.update(dict.fromkeys(names, "any"))
        self.allows_walrus = walrus and allowed
        self.suspends = None
        try:
            yield
        finally:
            self.kinds = kinds
            self.allows_walrus = allowed
            self.suspends = suspends

    @contextmanager
    def branch(self):
        """Variables that are bound only on some paths stay usable: UnboundLocalError is part of the game, but rare."""
        kinds = dict(self.kinds)
        yield
        if self.count % 8:
            self.kinds = kinds

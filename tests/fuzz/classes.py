"""Random classes for generated functions to use: attributes, methods, properties, special methods, inheritance."""

KINDS = {"count": "int", "ratio": "float", "label": "str", "items": "list"}
DUNDERS = ("__eq__", "__lt__", "__add__", "__radd__", "__len__", "__getitem__", "__contains__", "__bool__", "__call__",
           "__iter__", "__hash__", "__neg__", "__enter__", "__iadd__", "__getattr__", "__index__")


class GeneratedClass:
    def __init__(self, chance, number, bases):
        self.chance = chance
        self.name = f"C{number}"
        self.base = chance.choice(bases) if bases and chance.random() < 0.5 else None
        self.slots = self.base is None and chance.random() < 0.2
        self.is_floating = chance.random() < 0.3
        self.dunders = [name for name in DUNDERS if chance.random() < 0.25]

    def construction(self, generator, depth):
        expression = generator.expression
        count = expression("int", depth)
        form = generator.chance.randrange(8)
        if form == 0:
            return f"{self.name}({count})"
        if form == 1:
            return f"{self.name}({count}, items={generator.short('list', 0)})"
        return f"{self.name}({count}, {expression('float', 0)}, {expression('str', 0)})"

    def attributes(self, kind):
        own = [name for name, known in KINDS.items() if known == kind] or list(KINDS)
        return own + (["double"] if kind == "int" else [])

    def source(self):
        name, pick = self.name, self.chance.choice
        lines = [f"class {name}{f'({self.base.name})' if self.base else ''}:"]
        if self.slots:
            lines.append("    __slots__ = ('count', 'ratio', 'label', 'items', 'extra')")
        lines += [f"    kind = {self.chance.randrange(9)}", ""]
        if self.base is None or self.chance.random() < 0.4:
            body = [
                "    def __init__(self, count, ratio=1.5, label='z', *, items=()):",
                "        self.count = count", "        self.ratio = ratio", "        self.label = label",
                "        self.items = list(items)"]
            if self.base:
                body[1:] = ["        super().__init__(count, ratio, label, items=items)",
                            f"        self.count = count {pick(('+ 1', '* 2', '- 3', '// 1'))}"]
            lines += body + [""]
        lines += ["    def bump(self, by=1):", f"        self.count {pick(('+=', '-=', '^='))} by",
                  f"        return {pick(('self.count', 'self', 'self.ratio * by'))}", ""]
        if self.base and self.chance.random() < 0.5:
            lines[-4:] = ["    def bump(self, by=1):", "        super().bump(by)",
                          f"        return ('{name}', self.count)", ""]
        lines += ["    @property", "    def double(self):", f"        return self.count * 2 + self.kind", "",
                  "    def each(self):", "        for item in self.items[:6]:", "            yield item",
                  f"        yield self.{pick(list(KINDS))}", ""]
        if self.chance.random() < 0.4:
            lines += ["    @staticmethod", "    def make(n):", f"        return {name}(n, n / 2)", "",
                      "    @classmethod", "    def of(cls, *values):", "        return cls(len(values), items=values)", ""]
        lines += ["    def __repr__(self):", f"        return f'{name}<{{told_count(self.count)}}>'", ""]
        if "__eq__" not in self.dunders and "__hash__" not in self.dunders and self.base is None:
            # A hash from the address would decide the order of sets.
            lines += ["    __hash__ = lambda self: 11", ""]
        for dunder in self.dunders:
            lines += self.dunder(dunder) + [""]
        return "\n".join(lines)

    def dunder(self, name):
        pick = self.chance.choice
        header, body = {
            "__eq__": ("self, other", f"return isinstance(other, {self.name}) and self.count == other.count"),
            "__lt__": ("self, other", pick(("return self.count < other.count", "return NotImplemented"))),
            "__add__": ("self, other", pick((f"return {self.name}(self.count + 1)", "return NotImplemented",
                                             "return lim(self.count + other)"))),
            "__radd__": ("self, other", pick(("return other", "return ('radd', other)"))),
            "__iadd__": ("self, other", pick(("self.items.append(lim(other)); return self", "return NotImplemented"))),
            "__len__": ("self", pick(("return len(self.items)", "return self.count if self.count < 99 else 5", "return 2"))),
            "__getitem__": ("self, key", pick(("return self.items[key]",
                                               "if key > 3: raise IndexError(key)\n        return key * 2"))),
            "__contains__": ("self, item", pick(("return item in self.items", "return item == self.count"))),
            "__bool__": ("self", pick(("return self.count > 2", "return not self.items"))),
            "__call__": ("self, *values", pick(("return (self.count, values)", "return self"))),
            "__iter__": ("self", pick(("return iter((self.count, self.label))", "yield self.count", "return iter(self.items[:6])"))),
            "__hash__": ("self", pick(("return 7", "return len(str(self.label))", "return hashed(self.label)"))),
            "__neg__": ("self", "return -self.count"),
            "__enter__": ("self", "return self\n\n    def __exit__(self, kind, error, trace):\n        return "
                          + pick(("False", "True", "kind is not None and issubclass(kind, ValueError)"))),
            "__getattr__": ("self, name", "if name == 'ghost':\n            return 'boo'\n        raise AttributeError(name)"),
            "__index__": ("self", pick(("return 2", "return self.count"))),
        }[name]
        return [f"    def {name}({header}):"] + [f"        {line}" if not line.startswith(" ") else line
                                                for line in body.split("\n")]

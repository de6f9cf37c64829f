"""Random targets: what is assigned to, augmented, deleted, bound by `for`, `with` and unpacking."""

ATTRIBUTES = ("count", "ratio", "label", "items", "extra")


class Targets:
    def owner(self, kind):
        """An expression for an object of a kind, a variable where there is one."""
        return self.chance.choice(self.scope.names(kind) or [self.expression(kind, 1)])

    def place(self, kind="any"):
        """One target: mostly a variable."""
        if self.chance.random() < 0.75:
            return self.scope.new(kind)
        return self.any_of(
            lambda: f"{self.owner('object')}.{self.chance.choice(ATTRIBUTES)}",
            lambda: f"{self.owner('list')}[{self.expression('int', 1)}]",
            lambda: f"{self.owner('dict')}[{self.expression(self.chance.choice(('str', 'int', 'tuple')), 1)}]")

    def pattern_of(self, count, depth=1):
        """A sequence of targets, perhaps with a star and another sequence inside."""
        places = [self.place() for _ in range(count)]
        if self.chance.random() < 0.35:
            places[self.chance.randrange(count)] = "*" + self.scope.new("list")
        if depth and self.chance.random() < 0.2:
            places[self.chance.randrange(count)] = self.pattern_of(2, depth - 1)
        text = ", ".join(places)
        return self.chance.choice((f"({text})", f"[{text}]"))

    def assignment(self, depth):
        kind = self.chance.choice(("int", "int", "int", "float", "float", "str", "list", "dict", "tuple", "bool", "object",
                                   "bytes", "set", "complex"))
        value = self.bounded(self.expression(kind), kind)
        form = self.chance.random()
        if form < 0.1:
            return [f"{self.place(kind)} = {self.place(kind)} = {value}"]
        if form < 0.15:
            name = self.scope.new(kind)
            return [f"{name}: {self.chance.choice((kind, 'list[int]', '\"later\"', 'undefined.name', 'int | None'))} = {value}"]
        if form < 0.3:
            return [f"{self.place(kind)} = {value}"]
        return [f"{self.scope.new(kind)} = {value}"]

    def augmented(self, depth):
        kind = self.chance.choice(("int", "int", "float", "str", "list", "set", "dict", "object", "bytes", "tuple"))
        names = [name for name in self.scope.names(kind) if self.scope.kinds[name] != "fixed"]
        operators = {"int": "+= -= *= |= ^= &= //= %= <<= >>= **= /=", "float": "+= -= *= /= //= %= **=", "str": "+= *= %=",
                     "list": "+= *=", "set": "|= &= -= ^=", "dict": "|=", "object": "+= -= *= @= //=", "bytes": "+=",
                     "tuple": "+= *="}
        operator = self.chance.choice(operators[kind].split())
        value = self.expression("int" if operator == "*=" else kind if kind != "object" else None, 2)
        if operator in ("<<=", ">>=", "**=") or operator == "*=" and kind != "float":
            value = f"({value}) % {3 if operator == '**=' else 5}"
        if kind != "float" and operator == "**=":
            operator = "^=" if self.heat else operator
        # Texts and lists that a loop makes longer are cut again.
        cut = self.heat and kind not in ("float", "set", "dict", "object")
        if not names or self.chance.random() < 0.25:
            target = self.any_of(
                lambda: f"{self.owner('object')}.{self.chance.choice(ATTRIBUTES)}",
                lambda: f"{self.owner('list')}[{self.expression('int', 1)}]", lambda: f"{self.owner('dict')}[{self.expression('int', 0)}]",
                lambda: f"{self.owner('list')}[{self.slice(0)}]")
            return [f"{target} {operator} {f'lim({value})' if self.heat else value}"]
        name = self.chance.choice(names)
        lines = [f"{name} {operator} {f'lim({value})' if cut else value}"]
        if cut and (kind != "int" or operator in ("*=", "<<=")):
            lines.append(f"{name} = {name} % {2**61 - 1}" if kind == "int" else f"{name} = lim({name})")
        return lines

    def store(self, depth):
        e = lambda kind=None, depth=3: f"lim({self.expression(kind, depth)})" if self.heat else self.expression(kind, depth)
        return [self.any_of(
            lambda: f"{self.owner('list')}.append({e()})", lambda: f"{self.owner('dict')}[{e('str', 1)}] = {e()}",
            lambda: f"{self.owner('list')}[{e('int', 1)}] = {e()}",
            lambda: f"{self.owner('list')}[{self.slice(1)}] = {e('list', 1)}",
            lambda: f"{self.owner('dict')}.setdefault({e('int', 1)}, []).append({e()})",
            lambda: f"{self.owner('object')}.{self.chance.choice(ATTRIBUTES)} = {e()}",
            lambda: f"{self.owner('object')}.{self.chance.choice(ATTRIBUTES)} = {e()}",
            lambda: f"{self.owner('object')}.count += {e('int', 1)}", lambda: f"{self.owner('object')}.ratio *= {e('float', 1)}",
            lambda: f"{self.owner('list')}.{self.chance.choice(('reverse()', 'sort()', 'pop()', 'clear()', 'pop(0)', 'sort(key=str)', 'remove(1)'))}",
            lambda: f"{self.owner('list')}.insert({e('int', 1)}, {e()})", lambda: f"{self.owner('dict')}.update({e('dict', 1)})",
            lambda: f"{self.owner('set')}.{self.chance.choice(('add', 'discard', 'remove'))}({e('int', 1)})",
            lambda: f"{self.owner('dict')}.{self.chance.choice(('pop', 'setdefault'))}({e('str', 1)}, {e()})",
            lambda: f"out.append({self.owner('dict')}.popitem())",
            lambda: f"setattr({self.owner('object')}, {self.chance.choice(ATTRIBUTES)!r}, {e()})",
            lambda: f"{self.owner('list')}.extend({self.short_or_lim()})", lambda: self.swap())]

    def short_or_lim(self):
        items = self.iterable(1)
        # A generator over the list that it extends would never end.
        return f"lim(list({items}))" if self.heat else f"list({items})" if " for " in items else items

    def swap(self):
        names = self.scope.names("list") or ["[1, 2, 3]"]
        one, first, second = self.chance.choice(names), self.expression("int", 0), self.expression("int", 0)
        return f"{one}[{first}], {one}[{second}] = {one}[{second}], {one}[{first}]"

    def unpacking(self, depth):
        count = self.chance.randrange(2, 4)
        value = self.any_of(
            lambda: ", ".join(self.bounded(self.expression(kind, 2), kind) for kind in
                              (self.chance.choice(("int", "float", "list")) for _ in range(count))),
            lambda: self.bounded(self.expression("tuple", 2), "tuple"), lambda: f"{self.short('list', 2)}[:{count}]",
            lambda: self.expression("str", 1), lambda: self.generator(1, "int"), lambda: f"{self.expression('list', 1)}, {self.expression('int', 1)}")
        text = self.pattern_of(count)
        return [f"{text if self.chance.random() < 0.3 else text[1:-1]} = {value}"]

    def deletion(self, depth):
        if self.chance.random() < 0.5:
            return self.note(depth)
        one = lambda: self.any_of(
            lambda: f"{self.owner('list')}[{self.slice(1)}]", lambda: f"{self.owner('dict')}[{self.expression('str', 1)}]",
            lambda: f"{self.owner('list')}[{self.expression('int', 0)}]", lambda: self.removed_name(),
            lambda: f"{self.owner('object')}.{self.chance.choice(ATTRIBUTES)}")
        return [self.any_of(lambda: f"del {one()}", lambda: f"del {one()}, {one()}", lambda: f"del ({one()}, [{one()}])")]

    def removed_name(self):
        """A variable that may be unbound afterwards, but not one that a loop counts with, nor a parameter: what dies
        with a parameter's last name is a listed difference."""
        names = [name for name in self.scope.all() if name.startswith("v")]
        return self.chance.choice(names) if names else f"{self.owner('object')}.label"

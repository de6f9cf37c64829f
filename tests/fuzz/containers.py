"""Random expressions that make lists, tuples, dicts and sets, comprehensions and slices."""
from contextlib import contextmanager


class Containers:
    @contextmanager
    def hotter(self):
        """What is generated inside runs several times."""
        self.heat += 1
        try:
            yield
        finally:
            self.heat -= 1

    def turns(self, most=9):
        """The most turns of an innermost loop, fewer inside of others."""
        return max(2, most >> (2 * self.heat))

    def an_list(self, depth):
        e = self.expression
        kind = self.chance.choice(("int", "float", "str", "bool", "tuple", "object", "none"))
        return self.any_of(
            lambda: "[" + ", ".join(e(kind, depth) for _ in range(self.chance.randrange(4))) + "]",
            lambda: f"[{self.comprehension(depth, kind)}]", lambda: f"[{self.comprehension(depth, 'int')}]",
            lambda: f"({e('list', depth)} + {e('list', depth)})", lambda: f"{e('list', depth)}[{self.slice(depth)}]",
            lambda: f"({e('list', depth)} * ({e('int', depth)} % 3))", lambda: f"sorted({self.ints(depth)})",
            lambda: f"list({self.iterable(depth)})", lambda: f"list(reversed({e('list', depth)}))",
            lambda: f"{e('str', depth)}.{self.chance.choice(('split', 'rsplit'))}({self.chance.choice(('', repr(' '), repr(','), 'None, 1', repr('a')))})",
            lambda: f"{e('str', depth)}.splitlines()",
            lambda: f"[*{e('list', depth)}, *{self.iterable(depth)}]", lambda: f"[{e(kind, depth)}, *{e('tuple', depth)}]",
            lambda: f"list(map(lambda v: {self.in_lambda('v', depth)}, {self.short('list', depth)}))",
            lambda: f"list(filter({self.chance.choice(('None', 'bool', 'lambda v: ' + self.in_lambda('v', depth, 'bool')))}, {self.short('list', depth)}))",
            lambda: f"sorted({{{self.comprehension(depth, 'int')}}})",
            lambda: f"sorted({self.short('list', depth)}, key={self.chance.choice(('str', 'repr', 'lambda v: ' + self.in_lambda('v', depth, 'int')))}, reverse={e('bool', 0)})",
            lambda: f"list({e('dict', depth)}.{self.chance.choice(('keys', 'values', 'items'))}())",
            lambda: f"list(enumerate({self.iterable(depth)}, {self.chance.randrange(3)}))",
            lambda: f"list(zip({self.iterable(depth)}, {self.iterable(depth)}{self.chance.choice(('', '', ', strict=True'))}))",
            lambda: self.attribute("list", depth), lambda: self.attribute("list", depth))

    def short(self, kind, depth):
        """A sequence of few items where something is done for each of them."""
        value = self.expression(kind, depth)
        return f"{value}[:{self.turns()}]" if self.heat else value

    def an_tuple(self, depth):
        e = self.expression
        flat = lambda: e(self.chance.choice(("int", "float", "str", "bool", "none", "list")), depth)
        return self.any_of(
            lambda: "(" + "".join(flat() + ", " for _ in range(self.chance.randrange(4))) + ")",
            lambda: f"tuple({self.iterable(depth)})", lambda: f"({e('tuple', depth)} + {e('tuple', depth)})",
            lambda: f"{e('tuple', depth)}[{self.slice(depth)}]", lambda: f"divmod({e('int', depth)}, {e('int', depth)})",
            lambda: f"{e('str', depth)}.{self.chance.choice(('partition', 'rpartition'))}({e('str', depth)})",
            lambda: f"({flat()}, *{self.iterable(depth)})", lambda: f"(*{e('str', depth)}, {flat()})",
            lambda: f"({e('tuple', depth)} * ({e('int', 0)} % 3))", lambda: f"({e('float', depth)}).as_integer_ratio()",
            lambda: f"slice({e('int', 0)}, {e('int', 0)}, {e(None, 0)}).indices({self.chance.randrange(9)})")

    def an_dict(self, depth):
        e = self.expression
        key = self.chance.choice(("int", "str", "tuple", "float", "bool"))
        flat = lambda: e(self.chance.choice(("int", "float", "str", "bool", "none", "list")), depth)
        return self.any_of(
            lambda: "{" + ", ".join(f"{e(key, depth)}: {flat()}" for _ in range(self.chance.randrange(4))) + "}",
            lambda: f"{{**{e('dict', depth)}, {e('str', depth)}: {flat()}}}", lambda: f"({e('dict', depth)} | {e('dict', depth)})",
            lambda: f"dict(zip({self.iterable(depth)}, {self.iterable(depth)}))", lambda: f"dict({e('dict', depth)}, k={flat()})",
            lambda: f"dict.fromkeys({self.iterable(depth)}, {flat()})", lambda: self.dict_comprehension(depth),
            lambda: f"{e('dict', depth)}.copy()")

    def an_set(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('set', depth)} {self.chance.choice('|&-^')} {e('set', depth)})", lambda: f"set({self.iterable(depth)})",
            lambda: f"frozenset({self.iterable(depth)})", lambda: f"{{{self.comprehension(depth, 'int')}}}",
            lambda: "{" + f"{e('int', depth)}, {e('str', depth)}, *{e('tuple', depth)}" + "}",
            lambda: f"{e('set', depth)}.{self.chance.choice(('union', 'intersection', 'difference', 'symmetric_difference'))}({self.iterable(depth)})",
            lambda: f"set({e('dict', depth)}.keys() {self.chance.choice('|&-^')} {e('set', depth)})")

    def ints(self, depth):
        return self.any_of(
            lambda: f"range({self.expression('int', 0)} % {self.turns()})",
            lambda: "[" + ", ".join(self.expression("int", depth) for _ in range(self.chance.randrange(1, 5))) + "]",
            lambda: self.generator(depth, "int"), lambda: f"({self.generator(depth, 'int')})")

    def iterable(self, depth):
        return self.any_of(
            lambda: f"range({self.chance.randrange(self.turns())})",
            lambda: f"range({self.expression('int', 0)} % {self.turns()}, -2, -1)",
            lambda: self.short("list", depth), lambda: self.short("str", depth), lambda: self.short("tuple", depth),
            lambda: self.expression("dict", depth), lambda: self.expression("set", depth), lambda: self.expression("bytes", depth),
            lambda: f"({self.generator(depth)})")

    def comprehension(self, depth, kind=None):
        clauses = [f" for {self.comprehension_target()} in "]
        with self.scope.inner([], walrus=False):
            clauses[0] += self.iterable(depth)
        name = clauses[0].split()[1].strip("(),*").split(",")[0]
        with self.scope.inner([name], walrus=False), self.hotter():
            if self.chance.random() < 0.4:
                clauses.append(f" if {self.condition(depth)}")
            item = self.expression(kind, depth)
            if self.chance.random() < 0.2:
                clauses.append(f" for r in {self.iterable(depth - 1)}")
                if self.chance.random() < 0.3:
                    clauses.append(f" if {self.condition(0)}")
        return item + "".join(clauses)

    def comprehension_target(self):
        name = f"q{self.chance.randrange(4)}"
        return name if self.chance.random() < 0.93 else f"({name}, *q9)"

    def generator(self, depth, kind=None):
        return f"({self.comprehension(depth, kind)})"

    def dict_comprehension(self, depth):
        name = f"q{self.chance.randrange(4)}"
        with self.scope.inner([], walrus=False):
            source = self.iterable(depth)
        with self.scope.inner([name], walrus=False), self.hotter():
            return f"{{{name}: {self.expression(None, depth)} for {name} in {source}}}"

    def slice(self, depth):
        bounds = [self.expression("int", 0) if self.chance.random() < 0.6 else "" for _ in range(2)]
        step = self.chance.choice(("", "", "", ":2", ":-1", ":3", ":-2", ":", f":{self.expression('int', 0)}"))
        return f"{bounds[0]}:{bounds[1]}{step}"

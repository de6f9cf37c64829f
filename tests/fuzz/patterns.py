"""Random match statements with every kind of pattern."""
from flow import indented


class Patterns:
    def match_statement(self, depth):
        subject = self.any_of(lambda: self.expression(None, 2), lambda: f"{self.expression(None, 1)}, {self.expression(None, 1)}",
                              lambda: self.expression("list", 2), lambda: self.expression("object", 1),
                              lambda: self.expression("dict", 2), lambda: f"*{self.expression('list', 1)}, 1")
        lines = [f"match {subject}:"]
        for _ in range(self.chance.randrange(1, 4)):
            lines += ["    " + line for line in self.case(depth)]
        if self.chance.random() < 0.5:
            lines += [f"    case {self.chance.choice(('_', 'other'))}:"] + indented(self.branch(depth))
        return lines

    def case(self, depth):
        with self.scope.branch():
            pattern = self.pattern(2)
            guard = f" if {self.condition(1)}" if self.chance.random() < 0.3 else ""
            return [f"case {pattern}{guard}:"] + self.branch(depth)

    def bound(self, kind="any"):
        """A capture; names must differ within a pattern."""
        fresh = f"m{self.scope.count}"
        self.scope.count += 1
        self.scope.kinds[fresh] = kind
        return fresh

    def literal(self):
        return self.any_of(
            lambda: str(self.chance.randrange(-3, 9)), lambda: repr(self.chance.choice(("a", "ab", ""))), lambda: "None",
            lambda: "True", lambda: "1.5", lambda: "-2.5", lambda: "b'ab'", lambda: "1 + 2j", lambda: "'a' 'b'", lambda: "C0.kind",
            lambda: "-281474976710656")

    def pattern(self, depth):
        if depth == 0:
            return self.any_of(self.literal, self.literal, lambda: f"int() as {self.bound('int')}", lambda: "str()",
                               lambda: f"str({self.bound('str')})", lambda: "_", lambda: f"bool({self.bound('bool')})")
        inner = lambda: self.pattern(depth - 1)
        return self.any_of(
            lambda: f"[{inner()}, *{self.bound('list')}]", lambda: f"({inner()}, {inner()})", lambda: f"[{self.bound()}, *_]",
            lambda: f"[*_, {inner()}]", lambda: f"[{inner()}, *{self.bound('list')}, {inner()}]", lambda: "[]", lambda: "()",
            lambda: f"{inner()}, {self.bound()}", lambda: f"{{'a': {inner()}, **{self.bound('dict')}}}",
            lambda: f"{{'a': {inner()}, 1: {self.bound()}}}", lambda: f"{{C0.kind: {inner()}}}", lambda: "{}",
            lambda: f"{self.class_name()}(count={inner()})", lambda: f"{self.class_name()}({inner()}, label={self.bound()})",
            lambda: f"{self.class_name()}() as {self.bound('object')}", lambda: f"{self.class_name()}({inner()}, {inner()})",
            lambda: f"{self.literal()} | {self.literal()}", lambda: self.alternatives(inner),
            lambda: f"float() as {self.bound('float')}", lambda: f"list([{inner()}])", lambda: f"dict({self.bound('dict')})",
            lambda: f"({inner()})", lambda: f"tuple(({self.bound()}, {self.bound()}))", lambda: self.pattern(0))

    def alternatives(self, inner):
        """Alternatives must bind the same names."""
        name = self.bound()
        return f"([{name}] | [_, {name}] | {{'a': {name}}}) as {self.bound()}"

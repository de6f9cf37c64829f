"""Random statements, as lists of lines without the outer indentation."""

ERRORS = ("ValueError", "TypeError", "KeyError", "ZeroDivisionError", "IndexError", "Exception", "LookupError",
          "ArithmeticError", "(TypeError, ValueError)", "AttributeError")


def indented(lines):
    return ["    " + line for line in lines]


class Statements:
    def block(self, depth, longest=4):
        lines = []
        for _ in range(self.chance.randrange(1, longest + 1)):
            made = self.statement(depth)
            if self.chance.random() < 0.3 and not self.scope.binds_outside(made):
                made = ["try:"] + indented(made) + ["except Exception as error:", "    out.append(repr(error))"]
            lines += made
        return lines

    def statement(self, depth):
        simple = (self.assignment, self.assignment, self.assignment, self.augmented, self.note, self.store, self.store,
                  self.expression_statement, self.unpacking, self.deletion, self.assertion, self.finish)
        compound = (self.if_statement, self.if_statement, self.for_statement, self.for_statement, self.while_statement,
                    self.try_statement, self.try_statement, self.with_statement, self.match_statement,
                    self.nested_function, self.nested_generator)
        weights = 3 if depth > 0 else 0
        return self.chance.choice(simple * 2 + compound * weights)(depth - 1)

    def branch(self, depth):
        with self.scope.branch():
            return indented(self.block(depth, 3))

    def assignment(self, depth):
        kind = self.chance.choice(("int", "int", "int", "float", "float", "str", "list", "dict", "tuple", "bool", "object"))
        value = self.expression(kind)
        if self.chance.random() < 0.1:
            return [f"{self.scope.new(kind)} = {self.scope.new(kind)} = {value}"]
        return [f"{self.scope.new(kind)} = {value}"]

    def augmented(self, depth):
        kind = self.chance.choice(("int", "int", "float", "str", "list"))
        names = [name for name in self.scope.names(kind) if self.scope.kinds[name] != "fixed"]
        if not names:
            return self.assignment(depth)
        operator = {"int": "+= -= *= |= ^= &= //= %=", "float": "+= -= *= /=", "str": "+=", "list": "+= *="}[kind]
        operator = self.chance.choice(operator.split())
        value = self.expression("int" if operator == "*=" else kind, 2)
        if operator == "*=":
            value = f"({value}) % 5" if kind != "float" else value
        return [f"{self.chance.choice(names)} {operator} {value}"]

    def note(self, depth):
        return [f"out.append({self.expression()})"]

    def store(self, depth):
        e = self.expression
        return [self.any_of(
            lambda: f"{e('list', 1)}.append({e()})", lambda: f"{e('dict', 1)}[{e('str', 1)}] = {e()}",
            lambda: f"{self.target('list')}[{e('int', 1)}] = {e()}",
            lambda: f"{self.target('list')}[{self.slice(1)}] = {e('list', 1)}",
            lambda: f"{self.target('dict')}.setdefault({e('int', 1)}, []).append({e()})",
            lambda: f"{self.target('object')}.{self.chance.choice(('count', 'ratio', 'label', 'items', 'extra'))} = {e()}",
            lambda: f"{self.target('object')}.count += {e('int', 1)}",
            lambda: f"{self.target('list')}.{self.chance.choice(('reverse()', 'sort()', 'pop()', 'clear()'))}",
            lambda: f"{self.target('list')}.insert({e('int', 1)}, {e()})",
            lambda: f"{self.target('dict')}.update({e('dict', 1)})",
            lambda: f"{self.target('list')}.extend({self.iterable(1)})")]

    def target(self, kind):
        return self.chance.choice(self.scope.names(kind) or [self.expression(kind, 1)])

    def expression_statement(self, depth):
        return [self.any_of(
            lambda: f"{self.target('object')}.bump({self.expression('int', 1)})", lambda: self.expression(None, 2),
            lambda: f"out.append({self.call(2)})", lambda: f"out.append({self.target('object')}.bump())",
            lambda: f"out.append(list({self.target('object')}.each()))")]

    def unpacking(self, depth):
        names = [self.scope.new("any") for _ in range(self.chance.randrange(2, 4))]
        if self.chance.random() < 0.3:
            names[self.chance.randrange(len(names))] = "*" + self.scope.new("list")
        value = self.any_of(
            lambda: ", ".join(self.expression(None, 2) for _ in names), lambda: self.expression("tuple", 2),
            lambda: f"{self.expression('list', 2)}[:{len(names)}]")
        return [f"{', '.join(names)} = {value}"]

    def deletion(self, depth):
        if self.chance.random() < 0.6:
            return self.note(depth)
        return [self.any_of(
            lambda: f"del {self.target('list')}[{self.slice(1)}]", lambda: f"del {self.target('dict')}[{self.expression('str', 1)}]",
            lambda: f"del {self.target('object')}.{self.chance.choice(('count', 'label'))}")]

    def assertion(self, depth):
        if self.chance.random() < 0.7:
            return self.note(depth)
        return [f"assert {self.condition(2)}, {self.expression('str', 1)}"]

    def finish(self, depth):
        """Statements that leave the block; rare, because what follows is dead."""
        if self.chance.random() < 0.75:
            return self.note(depth)
        choices = [lambda: f"return {self.result()}",
                   lambda: f"raise {self.chance.choice(ERRORS[:5])}({self.expression(None, 1)})"]
        if self.loops:
            choices += [lambda: "break", lambda: "continue"] * 2
        return [self.any_of(*choices)]

    def result(self):
        return self.expression(None, 2)

    def if_statement(self, depth):
        lines = [f"if {self.condition()}:"] + self.branch(depth)
        for _ in range(self.chance.choice((0, 0, 1))):
            lines += [f"elif {self.condition()}:"] + self.branch(depth)
        if self.chance.random() < 0.5:
            lines += ["else:"] + self.branch(depth)
        return lines

    def loop_body(self, depth):
        self.loops += 1
        lines = self.branch(depth)
        self.loops -= 1
        return lines

    def loop_end(self, depth):
        return ["else:"] + self.branch(depth) if self.chance.random() < 0.2 else []

    def for_statement(self, depth):
        target, source = self.any_of(
            lambda: (self.scope.new("int"), f"range({self.expression('int', 1)} % 12)"),
            lambda: (self.scope.new("int"), f"range({self.chance.randrange(2, 40)})"),
            lambda: (self.scope.new("int"), f"range({self.chance.randrange(9)}, {self.chance.randrange(-9, 9)}, {self.chance.choice((-2, -1, 1, 3))})"),
            lambda: (self.scope.new("any"), self.expression("list", 2)),
            lambda: (self.scope.new("any"), self.iterable(2)),
            lambda: (f"{self.scope.new('int')}, {self.scope.new('any')}", f"enumerate({self.iterable(1)})"),
            lambda: (f"{self.scope.new('any')}, {self.scope.new('any')}", f"{self.expression('dict', 1)}.items()"),
            lambda: (f"{self.scope.new('any')}, {self.scope.new('any')}", f"zip({self.iterable(1)}, {self.iterable(1)})"),
            lambda: (self.scope.new("str"), self.expression("str", 2)),
            lambda: (self.scope.new("any"), f"{self.target('object')}.each()"))
        return [f"for {target} in {source}:"] + self.loop_body(depth) + self.loop_end(depth)

    def while_statement(self, depth):
        counter = f"w{self.scope.count}"
        self.scope.count += 1
        self.scope.kinds[counter] = "fixed"
        condition = f"{counter} < {self.chance.randrange(1, 15)}"
        if self.chance.random() < 0.3:
            condition += f" and {self.condition(1)}"
        return ([f"{counter} = 0", f"while {condition}:", f"    {counter} += 1"] + self.loop_body(depth)
                + self.loop_end(depth))

    def try_statement(self, depth):
        lines = ["try:"] + self.branch(depth)
        handlers = self.chance.randrange(3)
        star = "*" if self.chance.random() < 0.07 and handlers else ""
        for number in range(handlers):
            error = self.chance.choice(ERRORS)
            if star or self.chance.random() < 0.7:
                loops, self.loops = self.loops, 0 if star else self.loops
                body = self.branch(depth)
                self.loops = loops
                if star and any("return" in line.split() for line in body):
                    body = ["    out.append('star')"]
                lines += [f"except{star} {error} as e{number}:", f"    out.append(str(e{number}))"] + body
            else:
                lines += [f"except {error}:"] + self.branch(depth)
        if handlers and self.chance.random() < 0.3:
            lines += ["else:"] + self.branch(depth)
        if not handlers or self.chance.random() < 0.3:
            lines += ["finally:", "    out.append('finally')"] + self.branch(depth)
        return lines

    def with_statement(self, depth):
        name = self.scope.new("any")
        manager = self.any_of(lambda: f"Guard({self.expression('str', 0)}, {self.chance.choice(('True', 'False'))}, out)",
                              lambda: self.expression("object", 1))
        second = f", Guard('second', False, out)" if self.chance.random() < 0.2 else ""
        return [f"with {manager} as {name}{second}:"] + self.branch(depth)

    def match_statement(self, depth):
        lines = [f"match {self.expression(None, 2)}:"]
        for _ in range(self.chance.randrange(1, 4)):
            lines += ["    " + line for line in self.case(depth)]
        if self.chance.random() < 0.5:
            lines += ["    case _:"] + indented(self.branch(depth))
        return lines

    def case(self, depth):
        with self.scope.branch():
            pattern = self.pattern(2)
            guard = f" if {self.condition(1)}" if self.chance.random() < 0.3 else ""
            return [f"case {pattern}{guard}:"] + self.branch(depth)

    def pattern(self, depth):
        def name(kind="any"):
            # Names must differ within a pattern.
            fresh = f"m{self.scope.count}"
            self.scope.count += 1
            self.scope.kinds[fresh] = kind
            return fresh
        if depth == 0:
            return self.any_of(lambda: str(self.chance.randrange(-3, 9)), lambda: repr(self.chance.choice(("a", "ab", ""))),
                               lambda: "None", lambda: "True", lambda: f"int() as {name('int')}", lambda: "str()")
        inner = lambda: self.pattern(depth - 1)
        return self.any_of(
            lambda: f"[{inner()}, *{name('list')}]", lambda: f"({inner()}, {inner()})", lambda: f"[{name()}, *_]",
            lambda: f"{{'a': {inner()}, **{name('dict')}}}", lambda: f"{self.class_name()}(count={inner()})",
            lambda: f"{self.pattern(0).split(' as ')[0]} | {self.pattern(0).split(' as ')[0]}",
            lambda: f"float() as {name('float')}", lambda: f"list([{inner()}])", lambda: self.pattern(0))

    def nested_function(self, depth):
        function = f"inner{self.scope.count}"
        self.scope.count += 1
        outer = [name for name in self.scope.all() if name.startswith("v")]
        lines = []
        captured = self.chance.choice(outer) if outer and self.chance.random() < 0.5 else None
        with self.scope.inner(["x", "y"], walrus=False):
            loops, self.loops = self.loops, 0
            if captured:
                lines += [f"nonlocal {captured}", f"{captured} = {self.expression(self.scope.kinds[captured] if self.scope.kinds[captured] not in ('any', 'fixed') else None, 2)}"]
            lines += [f"return {self.expression(None, 3)}"]
            self.loops = loops
        signature = self.chance.choice(("x, y=2", "x, *y", "x, /, y=3", "x=1, *, y=4", "x, **y"))
        call = self.any_of(lambda: f"{function}({self.expression(None, 1)})",
                           lambda: f"{function}({self.expression(None, 1)}, y={self.expression(None, 1)})",
                           lambda: f"{function}(*{self.expression('tuple', 1)})")
        return [f"def {function}({signature}):"] + indented(lines) + [f"out.append({call})"]

    def nested_generator(self, depth):
        function = f"gen{self.scope.count}"
        self.scope.count += 1
        with self.scope.inner(["n"], walrus=False):
            loops, self.loops = self.loops, 1
            body = self.any_of(
                lambda: ["for i in range(n):"] + indented([f"yield {self.expression(None, 2)}"]),
                lambda: [f"got = yield {self.expression(None, 2)}", "yield got",
                         f"yield from {self.iterable(1)}", "return n"],
                lambda: ["try:"] + indented([f"yield {self.expression(None, 2)}", "yield n"]) + ["finally:", "    out.append('closed')"],
                lambda: ["while n > 0:"] + indented(["n -= 1", f"if {self.condition(1)}:", "    continue", f"yield n, {self.expression(None, 1)}"]))
            self.loops = loops
        use = self.any_of(
            lambda: [f"out.append(list({function}(4)))"], lambda: [f"out.append(sum(1 for _ in {function}(3)))"],
            lambda: [f"for {self.scope.new('any')} in {function}(5):"] + self.loop_body(depth),
            lambda: [f"g = {function}(3)", "out.append(next(g, 'end'))", "try:", "    out.append(g.send(5))",
                     "except StopIteration as stop:", "    out.append(stop.value)", "g.close()"])
        return [f"def {function}(n):"] + indented(body) + use

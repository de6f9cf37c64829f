"""Random expressions of a wanted kind. Kinds are hints: now and then an expression of another kind stands in."""

KINDS = ("int", "float", "str", "bool", "list", "dict", "tuple", "none", "object")
INTS = (0, 1, 2, 3, -1, -7, 10, 63, 64, 255, 1 << 30, (1 << 31) - 1, 1 << 47, (1 << 48) - 1, 1 << 48, 1 << 62,
        (1 << 63) - 1, -(1 << 63), 10**20)
FLOATS = ("0.0", "-0.0", "1.0", "0.5", "2.5", "-3.25", "1e10", "1e300", "1e-300", "0.1", "float('inf')", "float('nan')")
WORDS = ("", "a", "ab", "abc", "x y", "Hello", "é", "日本", "12", " pad ", "a,b,c", "%", "{}")


class Expressions:
    """Mixed into the generator of functions, which has `chance` (a random.Random) and `scope`."""

    def expression(self, kind=None, depth=3):
        kind = kind or self.chance.choice(KINDS)
        if self.chance.random() < 0.01:
            kind = self.chance.choice(KINDS)
        if depth <= 0 or self.chance.random() < 0.18:
            return self.leaf(kind)
        if self.chance.random() < 0.08:
            return self.chance.choice((self.conditional, self.walrus, self.subscript_of_display, self.called_lambda))(
                kind, depth - 1)
        return getattr(self, "an_" + kind)(depth - 1)

    def leaf(self, kind):
        names = self.scope.names(kind, strictly=self.chance.random() < 0.9)
        if names and self.chance.random() < 0.75:
            return self.chance.choice(names)
        if kind == "int":
            # In parentheses, because a method may be asked for.
            return f"({self.chance.choice(INTS) if self.chance.random() < 0.3 else self.chance.randrange(-20, 40)})"
        if kind == "float":
            return f"({self.chance.choice(FLOATS)})"
        if kind == "str":
            return repr(self.chance.choice(WORDS))
        if kind == "bool":
            return self.chance.choice(("True", "False"))
        if kind == "list":
            return self.chance.choice(("[]", "[1, 2, 3]", "[0.5, 1.5]", "['a', 'b']", "[1, 'a', None]", "list(range(5))"))
        if kind == "dict":
            return self.chance.choice(("{}", "{'a': 1, 'b': 2}", "{1: 'x', 2: 'y'}", "{(1, 2): [3]}"))
        if kind == "tuple":
            return self.chance.choice(("()", "(1,)", "(1, 2)", "('a', 2.5)"))
        if kind == "none":
            return "None"
        return self.chance.choice(self.classes).construction(self, 0)

    def any_of(self, *makers):
        return self.chance.choice(makers)()

    def conditional(self, kind, depth):
        return f"({self.expression(kind, depth)} if {self.condition(depth)} else {self.expression(kind, depth)})"

    def walrus(self, kind, depth):
        value = self.expression(kind, depth)
        if not self.scope.allows_walrus:
            return f"({value})"
        return f"({self.scope.new(kind)} := {value})"

    def subscript_of_display(self, kind, depth):
        items = ", ".join(self.expression(kind, depth) for _ in range(self.chance.randrange(1, 4)))
        return f"[{items}][{self.expression('int', 0)} % {items.count(',') + 1 if ',' in items else 1}]"

    def called_lambda(self, kind, depth):
        name = f"p{self.chance.randrange(3)}"
        value = self.expression(self.chance.choice(KINDS), depth)
        with self.scope.inner([name], walrus=False):
            body = self.expression(kind, depth)
        return f"(lambda {name}: {body})({value})"

    def condition(self, depth=2):
        return self.any_of(
            lambda: self.expression("bool", depth), lambda: self.expression("bool", depth),
            lambda: self.expression(self.chance.choice(KINDS), depth))

    def an_int(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('int', depth)} {self.chance.choice('+-*+-*&|^')} {e('int', depth)})",
            lambda: f"({e('int', depth)} {self.chance.choice(('//', '%'))} {e('int', depth)})",
            lambda: f"({e('int', depth)} << ({e('int', depth)} % 70))",
            lambda: f"({e('int', depth)} >> ({e('int', depth)} % 70))",
            lambda: f"({e('int', depth)} % 1000) ** ({e('int', depth)} % 6)",
            lambda: f"{self.chance.choice('-~+')}({e('int', depth)})",
            lambda: f"len({e(self.chance.choice(('str', 'list', 'dict', 'tuple')), depth)})",
            lambda: f"abs({e('int', depth)})",
            lambda: f"{self.chance.choice(('min', 'max'))}({e('int', depth)}, {e('int', depth)})",
            lambda: f"int({e(self.chance.choice(('float', 'int', 'bool', 'str')), depth)})",
            lambda: f"sum({self.ints(depth)})",
            lambda: f"{e('list', depth)}.count({e('int', depth)})",
            lambda: f"{e('str', depth)}.find({e('str', depth)})",
            lambda: f"{e('list', depth)}[{e('int', depth)}]",
            lambda: f"{e('dict', depth)}.get({e('str', depth)}, {e('int', depth)})",
            lambda: f"divmod({e('int', depth)}, {e('int', depth)})[{self.chance.randrange(2)}]",
            lambda: f"({e('int', depth)}).bit_length()", lambda: f"round({e('float', depth)})",
            lambda: self.attribute("int", depth), lambda: self.attribute("int", depth), lambda: self.call(depth),
            lambda: f"hash({e('int', depth)})", lambda: f"ord({e('str', depth)}[:1] or 'x')")

    def an_float(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('float', depth)} {self.chance.choice('+-*')} {e('float', depth)})",
            lambda: f"({e('float', depth)} {self.chance.choice('+-*')} {e('int', depth)})",
            lambda: f"({e('int', depth)} / {e(self.chance.choice(('int', 'float')), depth)})",
            lambda: f"({e('float', depth)} {self.chance.choice(('//', '%'))} {e('float', depth)})",
            lambda: f"abs({e('float', depth)}) ** 0.5", lambda: f"-{e('float', depth)}",
            lambda: f"float({e(self.chance.choice(('int', 'bool', 'float')), depth)})",
            lambda: f"round({e('float', depth)}, {self.chance.randrange(-2, 5)})",
            lambda: f"{self.chance.choice(('min', 'max'))}({e('float', depth)}, {e('float', depth)})",
            lambda: f"sum([{e('float', depth)}, {e('float', depth)}, {e('int', depth)}])",
            lambda: self.attribute("float", depth))

    def an_str(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('str', depth)} + {e('str', depth)})", lambda: f"({e('str', depth)} * ({e('int', depth)} % 4))",
            lambda: f"str({e(None, depth)})" if self.chance.random() < 0.5 else f"repr({e(None, depth)})",
            lambda: f"{e('str', depth)}.{self.chance.choice(('upper', 'lower', 'strip', 'title', 'swapcase'))}()",
            lambda: f"{e('str', depth)}[{self.slice(depth)}]",
            lambda: f"{e('str', depth)}.replace({e('str', depth)}, {e('str', depth)})",
            lambda: f"{e('str', depth)}.join(map(str, {e('list', depth)}))",
            lambda: self.fstring(depth), lambda: self.fstring(depth),
            lambda: f"('%s|%r|%5s' % ({e(None, depth)}, {e('str', depth)}, {e('int', depth)}))",
            lambda: f"'{{}}-{{:>5}}'.format({e(None, depth)}, {e('str', depth)})",
            lambda: f"{e('str', depth)}[{e('int', depth)}]", lambda: f"chr({e('int', depth)} % 500 + 32)",
            lambda: f"{e('str', depth)}.center({self.chance.randrange(12)}, '*')", lambda: self.attribute("str", depth))

    def fstring(self, depth):
        parts = []
        for _ in range(self.chance.randrange(1, 4)):
            kind = self.chance.choice(("int", "float", "str", None))
            spec = {"int": ("", ":5", ":05d", ":x", ":,", "!r"), "float": ("", ":.3f", ":10.2e", ":g", "!s"),
                    "str": ("", ":>6", ":*^7", "!r", "!a")}.get(kind, ("", "!r"))
            # A quote inside is fine since 3.12.
            parts.append("{" + f" {self.expression(kind, depth - 1)} " + self.chance.choice(spec) + "}")
        return 'f"' + self.chance.choice(("", "v=", "é")) + self.chance.choice(("", ", ", "-")).join(parts) + '"'

    def an_bool(self, depth):
        e = self.expression
        kind = self.chance.choice(("int", "int", "float", "str", "list", "tuple"))
        return self.any_of(
            lambda: f"({e(kind, depth)} {self.chance.choice(('<', '<=', '>', '>=', '==', '!='))} {e(kind, depth)})",
            lambda: f"({e('int', depth)} < {e('int', depth)} <= {e(self.chance.choice(('int', 'float')), depth)})",
            lambda: f"({self.condition(depth)} {self.chance.choice(('and', 'or'))} {self.condition(depth)})",
            lambda: f"(not {self.condition(depth)})",
            lambda: f"({e(None, depth)} {self.chance.choice(('in', 'not in'))} {e(self.chance.choice(('list', 'tuple', 'dict')), depth)})",
            lambda: f"({e('str', depth)} in {e('str', depth)})",
            lambda: f"({e(None, depth)} is {self.chance.choice(('None', 'not None'))})",
            lambda: f"isinstance({e(None, depth)}, {self.chance.choice(('int', 'str', '(int, float)', 'list', self.class_name()))})",
            lambda: f"{e('str', depth)}.{self.chance.choice(('isdigit', 'isalpha', 'isupper'))}()",
            lambda: f"{self.chance.choice(('any', 'all'))}({self.generator(depth, 'bool')})",
            lambda: f"({e(None, depth)} == {e(None, depth)})", lambda: f"bool({e(None, depth)})")

    def an_list(self, depth):
        e = self.expression
        kind = self.chance.choice(KINDS)
        return self.any_of(
            lambda: "[" + ", ".join(e(kind, depth) for _ in range(self.chance.randrange(4))) + "]",
            lambda: f"[{self.comprehension(depth, kind)}]", lambda: f"[{self.comprehension(depth, 'int')}]",
            lambda: f"({e('list', depth)} + {e('list', depth)})", lambda: f"{e('list', depth)}[{self.slice(depth)}]",
            lambda: f"({e('list', depth)} * ({e('int', depth)} % 3))", lambda: f"sorted({self.ints(depth)})",
            lambda: f"list({self.iterable(depth)})", lambda: f"list(reversed({e('list', depth)}))",
            lambda: f"{e('str', depth)}.split({self.chance.choice(('', repr(' '), repr(',')))})",
            lambda: f"[*{e('list', depth)}, *{self.iterable(depth)}]",
            lambda: f"list(map(lambda v: {self.in_lambda('v', depth)}, {e('list', depth)}))",
            lambda: f"list(filter(None, {e('list', depth)}))", lambda: f"sorted({{{self.comprehension(depth, 'int')}}})",
            lambda: f"list({e('dict', depth)}.{self.chance.choice(('keys', 'values', 'items'))}())",
            lambda: f"list(enumerate({self.iterable(depth)}, {self.chance.randrange(3)}))",
            lambda: f"list(zip({self.iterable(depth)}, {self.iterable(depth)}))", lambda: self.attribute("list", depth))

    def in_lambda(self, name, depth):
        with self.scope.inner([name], walrus=False):
            return self.expression(None, depth)

    def an_tuple(self, depth):
        e = self.expression
        return self.any_of(
            lambda: "(" + "".join(e(None, depth) + ", " for _ in range(self.chance.randrange(4))) + ")",
            lambda: f"tuple({self.iterable(depth)})", lambda: f"({e('tuple', depth)} + {e('tuple', depth)})",
            lambda: f"{e('tuple', depth)}[{self.slice(depth)}]", lambda: f"divmod({e('int', depth)}, {e('int', depth)})",
            lambda: f"{e('str', depth)}.partition({e('str', depth)})")

    def an_dict(self, depth):
        e = self.expression
        key = self.chance.choice(("int", "str", "tuple"))
        return self.any_of(
            lambda: "{" + ", ".join(f"{e(key, depth)}: {e(None, depth)}" for _ in range(self.chance.randrange(4))) + "}",
            lambda: f"{{**{e('dict', depth)}, {e('str', depth)}: {e(None, depth)}}}",
            lambda: f"({e('dict', depth)} | {e('dict', depth)})",
            lambda: f"dict(zip({self.iterable(depth)}, {self.iterable(depth)}))",
            lambda: f"dict.fromkeys({self.iterable(depth)}, {e(None, depth)})", lambda: self.dict_comprehension(depth))

    def an_none(self, depth):
        return "None"

    def an_object(self, depth):
        return self.chance.choice(self.classes).construction(self, depth)

    def ints(self, depth):
        return self.any_of(
            lambda: f"range({self.expression('int', 0)} % 9)",
            lambda: "[" + ", ".join(self.expression("int", depth) for _ in range(self.chance.randrange(1, 5))) + "]",
            lambda: self.generator(depth, "int"), lambda: f"({self.generator(depth, 'int')})")

    def iterable(self, depth):
        return self.any_of(
            lambda: f"range({self.chance.randrange(7)})", lambda: f"range({self.expression('int', 0)} % 8, -3, -1)",
            lambda: self.expression("list", depth), lambda: self.expression("str", depth),
            lambda: self.expression("tuple", depth), lambda: self.expression("dict", depth),
            lambda: f"({self.generator(depth)})")

    def clauses(self, depth):
        """`for … if …` of a comprehension: the text and the names it binds."""
        name = f"q{self.chance.randrange(4)}"
        with self.scope.inner([], walrus=False):
            return name, self.iterable(depth)

    def comprehension(self, depth, kind=None):
        name, source = self.clauses(depth)
        with self.scope.inner([name], walrus=False):
            item = self.expression(kind, depth)
            condition = f" if {self.condition(depth)}" if self.chance.random() < 0.4 else ""
            second = ""
            if self.chance.random() < 0.2:
                second = f" for r in {self.iterable(depth - 1)}"
        return f"{item} for {name} in {source}{condition}{second}"

    def generator(self, depth, kind=None):
        return f"({self.comprehension(depth, kind)})"

    def dict_comprehension(self, depth):
        name, source = self.clauses(depth)
        with self.scope.inner([name], walrus=False):
            return f"{{{name}: {self.expression(None, depth)} for {name} in {source}}}"

    def slice(self, depth):
        bounds = [self.expression("int", 0) if self.chance.random() < 0.6 else "" for _ in range(2)]
        step = self.chance.choice(("", "", "", ":2", ":-1", ":3"))
        return f"{bounds[0]}:{bounds[1]}{step}"

    def attribute(self, kind, depth):
        owner = self.chance.choice(self.classes)
        names = self.scope.names("object")
        target = self.chance.choice(names) if names and self.chance.random() < 0.7 else owner.construction(self, depth - 1)
        return f"{target}.{self.chance.choice(owner.attributes(kind))}"

    def class_name(self):
        return self.chance.choice(self.classes).name

    def call(self, depth):
        function = self.chance.choice(self.helpers)
        return function.call(self, depth)

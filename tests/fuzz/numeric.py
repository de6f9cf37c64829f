"""Random expressions that make numbers and truth values."""

COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")


class Numbers:
    def signed(self, depth):
        """An int operand of `*`: with a sign, so that a text or list in its place is a TypeError and not gigabytes."""
        return f"{self.chance.choice('+-+~+')}{self.expression('int', depth)}"

    def an_int(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('int', depth)} {self.chance.choice('+-+-&|^')} {e('int', depth)})",
            lambda: f"({e('int', depth)} {self.chance.choice('+-+-&|^')} {e('int', depth)})",
            lambda: f"({self.signed(depth)} * {self.signed(depth)})",
            lambda: f"({e('int', depth)} {self.chance.choice(('//', '%'))} {e('int', depth)})",
            lambda: f"({e('int', depth)} {self.chance.choice(('//', '%'))} {self.chance.choice((2, 3, 7, -5, 8, 1 << 50))})",
            lambda: f"({e('int', depth)} << ({e('int', depth)} % 70))",
            lambda: f"({e('int', depth)} >> ({e('int', depth)} % 70))",
            lambda: f"(({e('int', depth)} % 1000) ** ({e('int', depth)} % 6))",
            lambda: f"{self.chance.choice('-~+')}({e('int', depth)})",
            lambda: f"len({e(self.chance.choice(('str', 'list', 'dict', 'tuple', 'set', 'bytes')), depth)})",
            lambda: f"abs({e('int', depth)})",
            lambda: f"{self.chance.choice(('min', 'max'))}({e('int', depth)}, {e('int', depth)})",
            lambda: f"int({e(self.chance.choice(('float', 'int', 'bool', 'str')), depth)})",
            lambda: f"sum({self.ints(depth)})", lambda: f"{e('list', depth)}.count({e('int', depth)})",
            lambda: f"{e('str', depth)}.{self.chance.choice(('find', 'rfind', 'count', 'index'))}({e('str', depth)})",
            lambda: f"{e('list', depth)}[{e('int', depth)}]", lambda: f"{e('tuple', depth)}[{e('int', 0)}]",
            lambda: f"{e('dict', depth)}.get({e('str', depth)}, {e('int', depth)})",
            lambda: f"divmod({e('int', depth)}, {e('int', depth)})[{self.chance.randrange(2)}]",
            lambda: f"({e('int', depth)}).{self.chance.choice(('bit_length', 'bit_count', 'conjugate', '__index__'))}()",
            lambda: f"round({e('float', depth)})", lambda: f"round({e('int', depth)}, {self.chance.randrange(-3, 2)})",
            lambda: self.attribute("int", depth), lambda: self.attribute("int", depth), lambda: self.call(depth),
            lambda: f"hashed({e(self.chance.choice(('int', 'float', 'tuple', 'str')), depth)})",
            lambda: f"ord({e('str', depth)}[:1] or 'x')", lambda: f"{e('bytes', depth)}[{e('int', depth)}]",
            lambda: f"pow({e('int', depth)}, {e('int', depth)} % 50 - 3, {e('int', depth)})",
            lambda: f"int({e('str', 0)}, {self.chance.choice((0, 2, 8, 10, 16, 36))})",
            lambda: f"int.from_bytes({e('bytes', depth)}, {self.chance.choice(('\"big\"', '\"little\", signed=True'))})",
            lambda: f"{self.chance.choice(('min', 'max'))}({self.ints(depth)}, default={e('int', 0)})",
            lambda: f"({e('bool', depth)} + {e('int', depth)})", lambda: f"len(range({e('int', 0)}, {e('int', 0)}, {self.step()}))",
            lambda: f"range({e('int', 0)}, {e('int', 0)}, {self.step()})[{e('int', 0)}]")

    def step(self):
        return self.chance.choice((1, 2, 3, -1, -2, 7))

    def an_float(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('float', depth)} {self.chance.choice('+-*')} {e('float', depth)})",
            lambda: f"({e('float', depth)} {self.chance.choice('+-*')} {e('float', depth)})",
            lambda: f"({e('float', depth)} {self.chance.choice('+-')} {e('int', depth)})",
            lambda: f"({self.signed(depth)} {self.chance.choice('*-+')} {e('float', depth)})",
            lambda: f"({e('int', depth)} / {e(self.chance.choice(('int', 'float')), depth)})",
            lambda: f"({e('float', depth)} {self.chance.choice(('//', '%', '/'))} {e('float', depth)})",
            lambda: f"abs({e('float', depth)}) ** 0.5", lambda: f"({e('float', depth)} ** {self.chance.choice((2, 3, -1, 0.5))})",
            lambda: f"-{e('float', depth)}",
            lambda: f"float({e(self.chance.choice(('int', 'bool', 'float', 'str')), depth)})",
            lambda: f"round({e('float', depth)}, {self.chance.randrange(-2, 5)})",
            lambda: f"{self.chance.choice(('min', 'max'))}({e('float', depth)}, {e('float', depth)})",
            lambda: f"sum([{e('float', depth)}, {e('float', depth)}, {e('int', depth)}])",
            lambda: f"({e('complex', depth)}).{self.chance.choice(('real', 'imag'))}",
            lambda: f"divmod({e('float', depth)}, {e('int', depth)})[{self.chance.randrange(2)}]",
            lambda: f"float.fromhex(({e('float', depth)}).hex())", lambda: self.attribute("float", depth),
            lambda: self.attribute("float", depth))

    def an_complex(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('complex', depth)} {self.chance.choice('+-*/')} {e('complex', depth)})",
            lambda: f"({e('complex', depth)} {self.chance.choice('+-')} {e(self.chance.choice(('int', 'float')), depth)})",
            lambda: f"complex({e('float', depth)}, {e('int', depth)})", lambda: f"({e('complex', depth)}).conjugate()",
            lambda: f"({e('complex', depth)} ** {self.chance.choice((2, -1, 0))})", lambda: f"-{e('complex', depth)}")

    def an_bool(self, depth):
        e = self.expression
        kind = self.chance.choice(("int", "int", "float", "str", "list", "tuple", "set", "bytes"))
        compare = lambda: self.chance.choice(COMPARISONS)
        return self.any_of(
            lambda: f"({e(kind, depth)} {compare()} {e(kind, depth)})",
            lambda: f"({e(kind, depth)} {compare()} {e(kind, depth)})",
            lambda: f"({e('int', depth)} < {e('int', depth)} <= {e(self.chance.choice(('int', 'float')), depth)})",
            lambda: f"({e(kind, depth)} {compare()} {e(kind, depth)} {compare()} {e(kind, depth)} is not {self.chance.choice(('None', 'Mine', 'table'))})",
            lambda: f"({self.condition(depth)} {self.chance.choice(('and', 'or'))} {self.condition(depth)})",
            lambda: f"(not {self.condition(depth)})",
            lambda: f"({e(None, depth)} {self.chance.choice(('in', 'not in'))} "
                    f"{e(self.chance.choice(('list', 'tuple', 'dict', 'set')), depth)})",
            lambda: f"({e('int', depth)} in range({e('int', 0)}, {e('int', 0)}, {self.step()}))",
            lambda: f"({e('str', depth)} in {e('str', depth)})",
            lambda: f"({e(None, depth)} is {self.chance.choice(('None', 'not None'))})",
            lambda: f"isinstance({e(None, depth)}, {self.chance.choice(('int', 'str', '(int, float)', 'list', 'int | None', self.class_name()))})",
            lambda: f"{e('str', depth)}.{self.chance.choice(('isdigit', 'isalpha', 'isupper', 'isspace', 'isidentifier', 'isnumeric', 'istitle', 'isascii'))}()",
            lambda: f"{e('str', depth)}.{self.chance.choice(('startswith', 'endswith'))}({self.chance.choice((e('str', depth), e('tuple', depth)))})",
            lambda: f"{self.chance.choice(('any', 'all'))}({self.generator(depth, 'bool')})",
            lambda: f"({e(None, depth)} {self.chance.choice(('==', '!='))} {e(None, depth)})",
            lambda: f"bool({e(None, depth)})",
            lambda: f"{e('set', depth)}.{self.chance.choice(('isdisjoint', 'issubset', 'issuperset'))}({self.iterable(depth)})",
            lambda: f"({e('float', depth)}).is_integer()", lambda: f"callable({e(None, depth)})",
            lambda: f"hasattr({e('object', depth)}, {self.chance.choice(('\"count\"', '\"extra\"', '\"ghost\"'))})")

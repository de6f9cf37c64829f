"""Random compound statements: branches, loops, exceptions and context managers."""

ERRORS = ("ValueError", "TypeError", "KeyError", "ZeroDivisionError", "IndexError", "Exception", "LookupError",
          "ArithmeticError", "(TypeError, ValueError)", "AttributeError", "NameError", "BaseException", "Mine")


def indented(lines):
    return ["    " + line for line in lines]


class Flow:
    def branch(self, depth):
        with self.scope.branch():
            return indented(self.block(depth, 3))

    def if_statement(self, depth):
        lines = [f"if {self.condition()}:"] + self.branch(depth)
        for _ in range(self.chance.choice((0, 0, 1))):
            lines += [f"elif {self.condition()}:"] + self.branch(depth)
        if self.chance.random() < 0.5:
            lines += ["else:"] + self.branch(depth)
        return lines

    def loop_body(self, depth):
        self.loops += 1
        with self.hotter():
            lines = self.branch(depth)
        self.loops -= 1
        return lines

    def loop_end(self, depth):
        return ["else:"] + self.branch(depth) if self.chance.random() < 0.2 else []

    def for_statement(self, depth):
        guard = []
        most = self.turns(14)

        def watched():
            # The body may make the list longer that the loop goes through.
            names = self.scope.names("list")
            if not names:
                return self.scope.new("any"), self.short("list", 2)
            chosen = self.chance.choice(names)
            guard.append(f"    if len({chosen}) > {most}: {self.chance.choice(('break', 'raise ValueError(1)', f'{chosen}.clear()'))}")
            return self.scope.new("any"), chosen
        target, source = self.any_of(
            lambda: (self.scope.new("int"), f"range({self.expression('int', 1)} % {most})"),
            lambda: (self.scope.new("int"), f"range({self.chance.randrange(2, most + 1)})"),
            lambda: (self.scope.new("int"), f"range({self.chance.randrange(9)}, {self.chance.randrange(-9, 9)}, {self.chance.choice((-2, -1, 1, 3))})"),
            lambda: (self.scope.new("int"), f"range({self.chance.choice((2**47, 2**48 - 2, -(2**48) - 2, 2**63 - 3, 2**64))}, {2**65}, {2**61})"),
            watched, watched,
            lambda: (self.place(), self.iterable(2)), lambda: (self.pattern_of(2)[1:-1], f"zip({self.iterable(1)}, {self.iterable(1)})"),
            lambda: (f"{self.scope.new('int')}, {self.scope.new('any')}", f"enumerate({self.iterable(1)})"),
            lambda: (f"{self.scope.new('any')}, {self.scope.new('any')}", f"{self.expression('dict', 1)}.items()"),
            lambda: (f"{self.scope.new('any')}, ({self.scope.new('any')}, *{self.scope.new('list')})",
                     f"{self.expression('dict', 1)}.items()"),
            lambda: (self.scope.new("str"), self.short("str", 2)), lambda: (self.scope.new("any"), f"{self.owner('object')}.each()"),
            lambda: (self.scope.new("any"), f"*{self.short('list', 1)}, {self.expression('int', 1)}"),
            lambda: (self.scope.new("any"), f"reversed({self.short('list', 1)})"),
            lambda: (self.scope.new("int"), f"{{{self.comprehension(1, 'int')}}}"))
        return [f"for {target} in {source}:"] + guard + self.loop_body(depth) + self.loop_end(depth)

    def while_statement(self, depth):
        counter = f"w{self.scope.count}"
        self.scope.count += 1
        self.scope.kinds[counter] = "fixed"
        condition = f"{counter} < {self.chance.randrange(1, self.turns(14))}"
        if self.chance.random() < 0.3:
            condition += f" and {self.condition(1)}"
        if self.chance.random() < 0.2:
            return ([f"{counter} = -1", f"while ({counter} := {counter} + 1) < {self.chance.randrange(1, self.turns(14))}:"]
                    + self.loop_body(depth) + self.loop_end(depth))
        if self.chance.random() < 0.2:
            return ([f"{counter} = 0", "while True:", f"    {counter} += 1", f"    if not ({condition}): break"]
                    + self.loop_body(depth) + self.loop_end(depth))
        return ([f"{counter} = 0", f"while {condition}:", f"    {counter} += 1"] + self.loop_body(depth) + self.loop_end(depth))

    def try_statement(self, depth):
        lines = ["try:"] + self.branch(depth)
        handlers = self.chance.randrange(4)
        star = "*" if self.chance.random() < 0.12 and handlers else ""
        for number in range(handlers):
            error = self.chance.choice(ERRORS[:-2] + ("Mine",) if star else ERRORS)
            bare = not star and number == handlers - 1 and self.chance.random() < 0.15
            if bare:
                lines += ["except:"] + self.branch(depth)
            elif star or self.chance.random() < 0.7:
                loops, self.loops = self.loops, 0 if star else self.loops
                body = self.branch(depth)
                self.loops = loops
                if star and any("return" in line.split() for line in body):
                    body = ["    out.append('star')"]
                said = f"    out.append(told(e{number}))" if star else f"    out.append(str(e{number}))"
                lines += [f"except{star} {error} as e{number}:", said] + body
                if self.chance.random() < 0.1:
                    lines.append(self.chance.choice(("    raise", f"    raise e{number}", f"    del e{number}",
                                                     f"    raise Mine(1) from e{number}")))
            else:
                lines += [f"except {error}:"] + self.branch(depth)
                if self.chance.random() < 0.1:
                    lines.append("    raise")
        if handlers and self.chance.random() < 0.3:
            lines += ["else:"] + self.branch(depth)
        if not handlers or self.chance.random() < 0.3:
            lines += ["finally:", "    out.append('finally')"] + self.branch(depth)
        return lines

    def raise_group(self, depth):
        """An exception group, split by `except*`."""
        kinds = [self.chance.choice(ERRORS[:5]) for _ in range(3)]
        inner = f"ExceptionGroup('inner', [{kinds[1]}({self.expression('int', 0)}), {kinds[2]}(2)])"
        lines = ["try:"] + indented(self.block(0, 1)) + [
            f"    raise ExceptionGroup('outer', [{kinds[0]}({self.expression('str', 0)}), {inner}])"]
        loops, self.loops = self.loops, 0
        for number in range(self.chance.randrange(1, 3)):
            lines += [f"except* {self.chance.choice(ERRORS[:8] + ('Mine',))} as g{number}:", f"    out.append(told(g{number}))"]
            if self.chance.random() < 0.3:
                lines.append(self.chance.choice(("    raise", "    raise KeyError(9)", f"    raise Mine(2) from g{number}")))
        self.loops = loops
        if self.chance.random() < 0.3:
            lines += ["else:", "    out.append('else')"]
        if self.chance.random() < 0.3:
            lines += ["finally:", "    out.append('finally')"]
        return ["try:"] + indented(lines) + ["except BaseException as caught:", "    out.append(told(caught))"]

    def with_statement(self, depth):
        name = self.scope.new("any")
        guard = lambda: f"Guard({self.expression('str', 0)}, {self.chance.choice(('True', 'False', 'ValueError'))}, out)"
        manager = self.any_of(guard, guard, lambda: self.expression("object", 1))
        second = self.chance.choice(("", "", "", f", {guard()}", f", {guard()} as {self.place()}"))
        if self.chance.random() < 0.2:
            return [f"with ({manager} as {name}{second},):"] + self.branch(depth)
        if self.chance.random() < 0.15:
            return [f"with pair(out) as {self.pattern_of(2)}:"] + self.branch(depth)
        return [f"with {manager} as {name}{second}:"] + self.branch(depth)

    def leaving(self, depth):
        """Ways out of a `finally`, a `with` and a loop at once."""
        way = lambda: self.chance.choice(("return " + self.expression(None, 1), "break", "continue", "pass", "out.append('on')",
                                          f"raise {self.chance.choice(ERRORS[:5])}({self.expression('int', 0)})"))
        target = self.scope.new("int")
        condition = self.expression("bool", 1)
        with self.scope.branch():
            body = ["try:"] + indented(self.block(0, 2) + [f"if {condition}:", "    " + way()]) + ["finally:"]
            if self.chance.random() < 0.5:
                body += ["    try:"] + indented(indented([way()])) + ["    finally:", f"        out.append({target})"]
            else:
                body += indented(self.block(0, 1) + [way()])
        if self.chance.random() < 0.3:
            body = [f"with Guard('way', {self.chance.choice(('True', 'False'))}, out):"] + indented(body)
        return [f"for {target} in range({self.turns(4)}):"] + indented(body)

    def chained_raise(self, depth):
        inner, outer = self.chance.choice(ERRORS[:5]), self.chance.choice(ERRORS[:5])
        cause = self.chance.choice((" from None", " from first", "", " from Mine(3)", " from KeyError", " from 3"))
        return ["try:", "    try:"] + indented(indented(self.block(0, 2))) + [
            f"        raise {inner}({self.expression(None, 1)})", f"    except {inner} as first:",
            f"        first.add_note({self.expression('str', 0)})", f"        raise {outer}('again'){cause}",
            f"except {outer} as second:", "    out.append(told(second))"]

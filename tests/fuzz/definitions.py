"""Random functions inside functions: closures, decorators, signatures, type parameters, generators, and their uses."""
from flow import indented

SIGNATURES = ("x, y=2", "x, *y", "x, /, y=3", "x=1, *, y=4", "x, **y", "x, /, *, y=5", "*x, y=6", "x, y: int = 7, *z, k=8, **w",
              "x: 'later', y=None, /, z=9", "*x, **y", "x=out, y=()")
TYPE_PARAMETERS = ("T", "T: int", "T: (int, str)", "*Ts", "**P", "K, V", "T, *Ts, **P")


class Definitions:
    def numbered(self, prefix):
        self.scope.count += 1
        return f"{prefix}{self.scope.count - 1}"

    def body_of(self, names, suspends=None, depth=1, longest=2, before=()):
        """Statements of a function with these parameters, without a `return` at the end."""
        with self.scope.inner(names, walrus=True):
            loops, self.loops = self.loops, 0
            self.scope.suspends, self.scope.allows_walrus = suspends, True
            lines = list(before) + self.block(depth, longest)
            result = self.expression(None, 2)
            self.loops = loops
        return lines, result

    def nested_function(self, depth):
        function = self.numbered("inner")
        outer = [name for name in self.scope.all() if name.startswith("v")]
        captured = self.chance.choice(outer) if outer and self.chance.random() < 0.5 else None
        before = []
        if captured:
            kind = self.scope.kinds[captured]
            value = self.expression(kind if kind not in ("any", "fixed") else None, 2)
            before = [f"nonlocal {captured}"]
            before.append(self.chance.choice((f"{captured} = lim({value})", f"{captured} = lim({value})", f"del {captured}",
                                              f"for {captured} in range(2): pass")))
        signature = self.chance.choice(SIGNATURES)
        parameters = [name for name in "xyzkw" if name in signature.replace("x=out", "x").split("'")[0]]
        if self.chance.random() < 0.4:
            with self.scope.inner(parameters, walrus=False):
                lines, result = before, self.expression(None, 3)
        else:
            lines, result = self.body_of(parameters, before=before)
        generic = f"[{self.chance.choice(TYPE_PARAMETERS)}]" if self.chance.random() < 0.08 else ""
        arrow = self.chance.choice((" -> int", " -> 'later'")) if self.chance.random() < 0.1 else ""
        made = [f"def {function}{generic}({signature}){arrow}:"] + indented(lines + [f"return {result}"])
        for _ in range(self.chance.randrange(1, 3)):
            made.append(f"out.append({self.call_of_inner(function)})")
        if self.chance.random() < 0.15:
            made.append(f"out.append(({function}.__name__, {function}.__defaults__, {function}.__kwdefaults__, sorted({function}.__annotations__)))")
        if generic:
            made.append(f"out.append([(s0.__name__, type(s0).__name__) for s0 in {function}.__type_params__])")
        return made

    def call_of_inner(self, function):
        e = lambda: self.expression(None, 1)
        return self.any_of(
            lambda: f"{function}({e()})", lambda: f"{function}({e()}, {e()})", lambda: f"{function}({e()}, y={e()})",
            lambda: f"{function}(*{self.expression('tuple', 1)})", lambda: f"{function}({e()}, *{self.short('list', 1)}, k={e()})",
            lambda: f"{function}(**{self.chance.choice(('{}', '{\"y\": 1}', '{\"x\": 1, \"y\": 2}', 'dict(z=1)'))})",
            lambda: f"{function}({e()}, **{{'y': {e()}}}, **{{{self.chance.choice(('\"k\"', '\"y\"'))}: 1}})",
            lambda: f"{function}(x={e()}, y={e()})")

    def counter(self, depth):
        """Closures that share a variable."""
        made, shared = self.numbered("make"), self.numbered("n")
        step = self.bounded(self.expression("int", 1), "int")
        return [f"def {made}({shared}):", "    def step(by=1):", f"        nonlocal {shared}",
                f"        {shared} {self.chance.choice(('+=', '-=', '^='))} by", f"        return {shared}",
                f"    def look(): return {shared}", "    return step, look",
                f"up = {made}({step})[0]", "out.append(up())", f"up, look = {made}({self.expression('int', 1)})",
                f"out.append([up(), up({self.expression('int', 1)}), look()])"]

    def late_closures(self, depth):
        """Functions made in a loop see the variable's last value, or their default."""
        name = self.numbered("t")
        how = self.chance.choice((f"lambda: {name}", f"lambda {name}={name}: {name}"))
        return [f"fs = [{how} for {name} in range({self.chance.randrange(1, 4)})]", "out.append([s0() for s0 in fs])",
                "fs = []", f"for {name} in range(3):", f"    fs.append({how})", "out.append([s0() for s0 in fs])"]

    def global_use(self, depth):
        name = self.chance.choice(("total", "table", "word"))
        function = self.numbered("set")
        with self.scope.inner([], walrus=False):
            return self.setter(name, function)

    def setter(self, name, function):
        value = {"total": f"total {self.chance.choice('+-^')} {self.expression('int', 1)}",
                 "table": f"{{**table, {self.expression('str', 0)}: {self.expression('int', 1)}}}",
                 "word": self.expression("str", 2)}[name]
        return [f"def {function}():", f"    global {name}", f"    {name} = lim({value})", f"    return {name}",
                f"out.append(len(str({function}())))", f"out.append({self.chance.choice(('total', 'len(table)', 'word'))})"]

    def decorated(self, depth):
        function = self.numbered("dec")
        with self.scope.inner(["x", "k"], walrus=False):
            body = self.expression(None, 2)
        decorator = self.chance.choice(("traced(out)", "doubled", "traced(out)\n@doubled", "(lambda f: f)", "[doubled][0]"))
        return [f"@{line.lstrip('@')}" for line in decorator.split("\n")] + [
            f"def {function}(x, *, k={self.expression(None, 1)}):", f"    return {body}",
            f"out.append({function}({self.expression(None, 1)}))", f"out.append({function}.__name__)"]

    def type_alias(self, depth):
        name = self.numbered("Alias")
        value = self.chance.choice(("int | str", "list[int]", "dict[str, 'later']", f"tuple[{name}, int]", "undefined_name"))
        return [f"type {name}{self.chance.choice(('', '[T]', '[*Ts]'))} = {value}", f"out.append(({name}.__name__, len({name}.__type_params__)))",
                "try:", f"    out.append(type({name}.__value__).__name__)", "except NameError as error:", "    out.append(str(error))"]

    def nested_generator(self, depth):
        function = self.numbered("gen")
        with self.scope.inner(["n"], walrus=True), self.hotter():
            loops, self.loops = self.loops, 1
            self.scope.suspends, self.scope.allows_walrus = None, True
            body = self.any_of(
                lambda: ["for i in range(n):"] + indented([f"yield {self.expression(None, 2)}"]),
                lambda: [f"got = yield {self.expression(None, 2)}", "yield got", f"got = yield from {self.iterable(1)}", "return n, got"],
                lambda: ["try:"] + indented([f"yield {self.expression(None, 2)}", "yield n"]) + ["finally:", "    n = None"],
                lambda: ["while n > 0:"] + indented(["n -= 1", f"if {self.condition(1)}:", "    continue", f"yield n, {self.expression(None, 1)}"]),
                lambda: ["if n > 0:", f"    got = yield from {function}(n - 1)", "    yield got, n", f"return n, {self.expression(None, 1)}"],
                lambda: ["with Guard('gen', True, out):"] + indented([f"yield {self.expression(None, 1)}", "raise Mine(n)"]) + ["yield 'after'"],
                lambda: ["while n:", "    n -= 1", "    try:", f"        got = yield {self.expression(None, 1)}", "        out.append(got)",
                         "    except ValueError as error:", "        out.append(told(error))", "    except GeneratorExit:",
                         f"        {self.chance.choice(('raise', 'return 5', 'out.append(1); raise', 'raise KeyError(2)'))}"],
                self.suspending_body, self.suspending_body, self.suspending_body)
            self.loops = loops
        use = self.any_of(
            lambda: [f"out.append(list({function}(4)))"], lambda: [f"out.append(sum(1 for _ in {function}(3)))"],
            lambda: [f"for {self.scope.new('any')} in {function}({self.turns(5)}):"] + self.loop_body(depth),
            lambda: [f"g = keep({function}(3))", "out.append(next(g, 'end'))", "try:", "    out.append(g.send(5))",
                     "except StopIteration as stop:", "    out.append(stop.value)", "g.close()"],
            lambda: [f"out.append(played(keep({function}(3)), {self.script()}, out))"], lambda: [f"out.append(played(keep({function}(2)), {self.script()}, out))"],
            lambda: [f"out.append([*{function}(2), *{function}(1)])"], lambda: [f"{self.scope.new('any')}, *{self.scope.new('list')} = {function}(3)"],
            lambda: [f"out.append({self.chance.choice(('any', 'all', 'tuple', 'set', 'len', 'max', 'sorted'))}({function}(3)))"])
        return [f"def {function}(n):"] + indented(body) + use

    def suspending_body(self):
        self.loops = 0
        self.scope.suspends = "yield"
        lines = self.block(1, 3)
        return lines + [f"yield {self.expression(None, 1)}", f"return {self.expression(None, 1)}"]

    def script(self):
        """What happens to a generator, one letter a step: next, send, throw, close."""
        return repr("".join(self.chance.choice("nnnsstTc") for _ in range(self.chance.randrange(2, 7))))

    def recursion(self, depth):
        function = self.numbered("rec")
        with self.scope.inner(["n", "x"], walrus=False), self.hotter():
            end, other, condition = self.expression(None, 1), self.expression("int", 1), self.condition(1)
        call = self.chance.choice((f"{function}(n - 1, {other})", f"({function}(n - 1, x), {other})",
                                   f"[{function}(n - 2, x)] if {condition} else {function}(n - 1, {other})"))
        return [f"def {function}(n, x=0):", "    if n <= 0:", f"        return {end}", f"    return {call}",
                f"out.append({function}({self.chance.randrange(5)}))"]

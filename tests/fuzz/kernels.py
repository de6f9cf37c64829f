"""Loops over numbers and lists as programs have them that want speed: what the optimiser works on most.

Nothing here is caught, printed or looked up in between, so that long stretches of a function stay specialised; the
arguments of some calls are of other kinds than the rest, so that guards fail in the middle.
"""
from flow import indented


class Kernels:
    def kernel(self, depth):
        return self.any_of(self.numeric_loop, self.numeric_loop, self.list_loop, self.list_loop, self.object_loop, self.nested_lists,
                           self.text_loop, self.counting, self.consumer, self.overflow, self.early_exit)

    def number(self, names, kind):
        """A short arithmetic expression over variables."""
        pick = lambda: self.chance.choice(names + ([str(self.chance.randrange(-5, 99))] if kind == "int" else ["0.5", "1.25", "3"]))
        if kind == "int":
            operator = self.chance.choice(("+", "-", "*", "&", "|", "^", "//", "%", ">>", "+", "-", "*"))
            right = pick() if operator not in ("//", "%", ">>") else str(self.chance.randrange(1, 9))
            return f"({'+' if operator == '*' else ''}{pick()} {operator} {right})"
        operator = self.chance.choice("+-*/+-*")
        return f"({pick()} {operator} {pick() if operator != '/' else '(abs(' + pick() + ') + 1.0)'})"

    def fresh(self, kind, value):
        name = self.scope.new(kind)
        return name, f"{name} = {value}"

    def numeric_loop(self):
        kind = self.chance.choice(("int", "int", "float"))
        start = {"int": ("0", "1", "2**46", "-2**62", "2**63 - 4"), "float": ("0.0", "1.5", "1e18")}[kind]
        i = self.scope.new("int")
        a, first = self.fresh(kind, self.chance.choice(start))
        b, second = self.fresh(kind, self.chance.choice(self.scope.names(kind) + list(start)))
        names = [a, b, i] if kind == "int" else [a, b]
        body = []
        for _ in range(self.chance.randrange(1, 5)):
            name = self.chance.choice((a, b))
            value = self.number(names, kind)
            if kind == "int" and "*" in value:
                value = f"{value} % {self.chance.choice((2**61 - 1, 2**62, 2**48, 1000003))}"
            line = f"{name} = {value}"
            if self.chance.random() < 0.3:
                test = f"{self.chance.choice(names)} {self.chance.choice(('<', '>', '==', '<='))} {self.number(names, kind)}"
                body += [f"if {test}:", f"    {line}"] + (["else:", f"    {b} = {a}"] if self.chance.random() < 0.3 else [])
            elif self.chance.random() < 0.2:
                body.append(f"{a}, {b} = {b}, {value}")
            else:
                body.append(line)
        if self.chance.random() < 0.2:
            body.append(f"if {self.number(names, kind)} > 1000: {self.chance.choice(('break', 'continue'))}")
        turns = self.turns(40)
        head = self.chance.choice((f"for {i} in range({turns}):", f"for {i} in range({turns}, -3, -1):",
                                   f"for {i} in range({self.expression('int', 0)} % {turns}):"))
        return [first, second, head] + indented(body) + [f"out.append(({a}, {b}))"]

    def list_loop(self):
        kind = self.chance.choice(("int", "float"))
        n = self.chance.randrange(1, 9)
        value = {"int": f"[s0 * 3 % 7 for s0 in range({n})]", "float": f"[s0 * 0.5 for s0 in range({n})]"}[kind]
        xs, first = self.fresh("list", self.chance.choice((value, value, *self.scope.names("list"))))
        i, j = self.scope.new("int"), self.scope.new("int")
        body = self.any_of(
            lambda: [f"{xs}[{i}] = {self.number([xs + f'[{i}]', i], kind)} % 1000"],
            lambda: [f"{xs}[{i}], {xs}[-{i} - 1] = {xs}[-{i} - 1], {xs}[{i}]"],
            lambda: [f"{j} = {xs}[{i}]", f"{xs}[{i} - 1] = {j} + {self.chance.choice(('1', '0.5', '2**47'))}"],
            lambda: [f"if {xs}[{i}] > {xs}[{i} - 1]:", f"    {xs}.append({xs}.pop({i} % len({xs})))"],
            lambda: [f"for {j} in range({i}):", f"    {xs}[{i}] += {xs}[{j}]"],
            lambda: [f"{xs}[:{i}] = {xs}[{i} - 1::-1][:{i}]"], lambda: [f"{xs}.insert({xs}.pop() % 3 if {i} % 2 else 0, {i})"],
            lambda: [f"{j} = {xs}[{i}:]", f"out.append(len({j}))", f"{xs} = {j} + {xs}[:{i}]"])
        bound = self.chance.choice((f"len({xs})", f"len({xs})", str(n), str(n + 1), f"len({xs}) // 2"))
        return [first, f"for {i} in range({bound}):"] + indented(body) + [f"out.append({xs})", f"out.append(sum({xs}))"]

    def object_loop(self):
        made = self.chance.choice(self.classes)
        objects, first = self.fresh("list", f"[{made.construction(self, 0)} for _ in range(3)]")
        one, by = self.scope.new("object"), self.expression("int", 0)
        body = self.any_of(
            lambda: [f"{one}.count += {by}", f"{one}.ratio = {one}.ratio * 0.5 + {one}.count % 10"],
            lambda: [f"out.append({one}.bump({by}))", f"{one}.ratio -= 1.5"],
            lambda: [f"{one}.items.append({one}.count)", f"out.append(len({one}.items))", f"{one}.label = lim({one}.label + 'x')"],
            lambda: [f"{one}.count, {one}.extra = {one}.double, {one}.ratio"],
            lambda: [f"if {one}.count > {by}:", f"    {one}.count -= 1", "else:", f"    {one}.ratio, {one}.label = {one}.label, {one}.ratio"])
        return [first, f"for _ in range({self.turns(6)}):", f"    for {one} in {objects}:"] + indented(indented(body)) + [
            f"out.append([(s0.count, s0.ratio) for s0 in {objects}])"]

    def nested_lists(self):
        rows, first = self.fresh("list", f"[[s0 * s1 for s0 in range(3)] for s1 in range({self.chance.randrange(1, 4)})]")
        i, j, value = self.scope.new("int"), self.scope.new("int"), self.number(["i", "j"], "int")
        a, second = self.fresh("int", "0")
        body = self.any_of(
            lambda: [f"{a} += {rows}[{i}][{j}] * {rows}[{j} % len({rows})][{i} % 3]"], lambda: [f"{rows}[{i}][{j}] ^= {i} + {a}", f"{a} += 1"],
            lambda: [f"{rows}[{i}][{j}], {rows}[0][0] = {a}, {rows}[{i}][{j}]", f"{a} -= {j}"],
            lambda: [f"if {rows}[{i}][{j}] == {a}: continue", f"{a} = {value.replace('i', i, 1).replace(' j', ' ' + j)} % 100"])
        return [first, second, f"for {i} in range(len({rows})):", f"    for {j} in range(3):"] + indented(indented(body)) + [
            f"out.append(({a}, {rows}))"]

    def text_loop(self):
        s, first = self.fresh("str", "''")
        c = self.scope.new("str")
        body = self.any_of(
            lambda: [f"{s} += {c}"], lambda: [f"{s} = {c} + {s}"], lambda: [f"if {c} in {s}: continue", f"{s} += {c} * 2"],
            lambda: [f"{s} += f'{{{c}!r:>4}}'", f"out.append({s}[-3:])"], lambda: [f"{s} += chr(ord({c}) + 1)", f"if len({s}) > 5: {s} = {s}[2:]"])
        return [first, f"for {c} in {self.expression('str', 1)}[:8]:"] + indented(body) + [f"out.append({s})"]

    def counting(self):
        d, first = self.fresh("dict", "{}")
        k = self.scope.new("any")
        body = self.any_of(
            lambda: [f"{d}[{k}] = {d}.get({k}, 0) + 1"], lambda: [f"if {k} not in {d}: {d}[{k}] = []", f"{d}[{k}].append(len({d}))"],
            lambda: ["try:", f"    {d}[{k}] += 1", "except KeyError:", f"    {d}[{k}] = 0"], lambda: [f"{d}.setdefault(str({k}), {k})"],
            lambda: [f"{d}[{k}] = {k}", f"if len({d}) > 3: del {d}[{k}]"])
        return [first, f"for {k} in {self.iterable(1)}:"] + indented(body) + [f"out.append({d})"]

    def consumer(self):
        name = self.numbered("many")
        item = self.number(["i", "n"], "int")
        use = self.chance.choice((f"sum({name}(5))", f"max({name}(3), default=0)", f"list({name}(4))", f"sorted({name}(4), reverse=True)",
                                  f"any(s0 > 3 for s0 in {name}(6))", f"','.join(str(s0) for s0 in {name}(3))", f"[s0 for s0 in {name}(3) if s0 % 2]",
                                  f"dict(enumerate({name}(2)))", f"tuple(s0 * 0.5 for s0 in {name}(3))", f"sum(s0 for s0 in {name}(4) for s1 in range(s0 % 3))"))
        return [f"def {name}(n):", "    for i in range(n):"] + indented(indented(
            [f"if i == {self.chance.randrange(4)}: {self.chance.choice(('continue', 'return', 'break', 'n = 1', 'yield n'))}", f"yield {item}"])) + [
            f"out.append({use})"]

    def overflow(self):
        a, first = self.fresh("int", self.chance.choice(("2**47", "2**48 - 3", "-2**48 + 2", "2**62", "2**63 - 2", "-2**63 + 3", "1")))
        operation = self.chance.choice((f"{a} += 1", f"{a} -= 1", f"{a} *= 2", f"{a} = -{a} - 1", f"{a} <<= 1", f"{a} = {a} * 3 - 1",
                                        f"{a} ^= {a} << 1", f"{a} = ~{a} * 2"))
        back = self.chance.choice(("", f"{a} //= 3", f"{a} >>= 2", f"{a} %= {2**49}"))
        return [first, f"for _ in range({self.turns(14)}):", f"    {operation}"] + ([f"    {back}"] if back else []) + [f"out.append({a})"]

    def early_exit(self):
        name = self.numbered("quick")
        with self.scope.inner(["p", "q"], walrus=False):
            condition, value, other = self.condition(1), self.expression("int", 1), self.expression("float", 1)
        kind = self.chance.choice(("int", "float", "str"))
        return [f"def {name}(p, q=1):", f"    if {condition}:", f"        return {value}", f"    return {other}",
                f"for i in range({self.turns(4)}):", f"    out.append({name}(i))",
                f"    out.append({name}({self.expression(kind, 1)}, i))"]

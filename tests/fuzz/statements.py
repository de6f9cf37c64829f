"""Random statements, as lists of lines without the outer indentation."""
from asynchronous import Asynchronous
from class_statements import ClassStatements
from definitions import Definitions
from flow import ERRORS, Flow, indented
from kernels import Kernels
from patterns import Patterns
from targets import Targets


class Statements(Asynchronous, ClassStatements, Definitions, Flow, Kernels, Patterns, Targets):
    def block(self, depth, longest=4):
        lines = []
        for _ in range(self.chance.randrange(1, longest + 1)):
            made = self.statement(depth)
            # A plain function is one long stretch of code that nothing is caught in.
            if not self.is_plain and self.chance.random() < 0.3 and not self.scope.binds_outside(made):
                made = ["try:"] + indented(made) + ["except Exception as error:", "    out.append(repr(error))"]
            lines += made
        return lines

    def statement(self, depth):
        simple = (self.assignment, self.assignment, self.assignment, self.augmented, self.augmented, self.note, self.store,
                  self.store, self.expression_statement, self.unpacking, self.deletion, self.assertion, self.finish)
        if depth <= 0 or self.chance.random() < 0.35:
            return self.chance.choice(simple)(depth - 1)
        if self.chance.random() < (0.6 if self.is_plain else 0.15):
            return self.kernel(depth - 1)
        compound = (self.if_statement, self.if_statement, self.for_statement, self.for_statement, self.while_statement,
                    self.try_statement, self.try_statement, self.with_statement, self.match_statement, self.match_statement,
                    self.nested_function, self.nested_function, self.nested_generator, self.nested_generator, self.nested_class,
                    self.nested_class, self.coroutine, self.async_generator, self.chained_raise, self.global_use, self.decorated,
                    self.raise_group, self.leaving, self.counter, self.late_closures, self.recursion, self.type_alias)
        return self.chance.choice(compound)(depth - 1)

    def note(self, depth):
        return [f"out.append({self.expression()})"]

    def expression_statement(self, depth):
        by = f"lim({self.expression('int', 1)})" if self.heat else self.expression("int", 1)
        return [self.any_of(
            lambda: f"{self.owner('object')}.bump({by})", lambda: self.expression(None, 2), lambda: f"out.append({self.call(2)})",
            lambda: f"out.append({self.owner('object')}.bump())", lambda: f"out.append(list({self.owner('object')}.each()))")]

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

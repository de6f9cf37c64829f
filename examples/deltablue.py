# wasm: yes
# bench: 60000
"""DeltaBlue: an incremental solver of one-way constraints with strengths; polymorphic calls and small lists.

usage: deltablue.py [N]      (default 100)
"""
import sys


class Strength:
    """Strengths are compared by number: smaller is stronger."""

    by_number = []

    def __init__(self, number, name):
        self.number = number
        self.name = name
        Strength.by_number.append(self)

    def is_stronger_than(self, other):
        return self.number < other.number

    def is_weaker_than(self, other):
        return self.number > other.number

    def weakest_with(self, other):
        return self if self.number > other.number else other

    def next_weaker(self):
        return Strength.by_number[self.number + 1]


REQUIRED = Strength(0, "required")
STRONG_PREFERRED = Strength(1, "strong preferred")
PREFERRED = Strength(2, "preferred")
STRONG_DEFAULT = Strength(3, "strong default")
NORMAL = Strength(4, "normal")
WEAK_DEFAULT = Strength(5, "weak default")
WEAKEST = Strength(6, "weakest")

NONE, FORWARD, BACKWARD = 0, 1, -1


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walk_strength = WEAKEST
        self.stay = True

    def remove(self, constraint):
        self.constraints.remove(constraint)
        if self.determined_by is constraint:
            self.determined_by = None


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def add_to(self, planner):
        self.add_to_graph()
        planner.incremental_add(self)

    def destroy(self, planner):
        if self.is_satisfied():
            planner.incremental_remove(self)
        else:
            self.remove_from_graph()

    def is_input(self):
        return False

    def satisfy(self, mark, planner):
        """Try to enforce this; returns the constraint that was overridden for it, or None."""
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength is REQUIRED:
                raise RuntimeError("could not satisfy a required constraint")
            return None
        self.mark_inputs(mark)
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.mark_unsatisfied()
        out.determined_by = self
        if not planner.add_propagate(self, mark):
            raise RuntimeError("cycle encountered")
        out.mark = mark
        return overridden


class UnaryConstraint(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.add_to(planner)

    def add_to_graph(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def choose_method(self, mark):
        v = self.variable
        self.satisfied = v.mark != mark and self.strength.is_stronger_than(v.walk_strength)

    def is_satisfied(self):
        return self.satisfied

    def mark_inputs(self, mark):
        pass

    def output(self):
        return self.variable

    def mark_unsatisfied(self):
        self.satisfied = False

    def recalculate(self):
        v = self.variable
        v.walk_strength = self.strength
        v.stay = not self.is_input()
        if v.stay:
            self.execute()

    def inputs_known(self, mark):
        return True

    def remove_from_graph(self):
        if self.variable is not None:
            self.variable.remove(self)
        self.satisfied = False

    def execute(self):
        pass


class StayConstraint(UnaryConstraint):
    """The variable should keep its value."""


class EditConstraint(UnaryConstraint):
    """The variable is going to be set from outside."""

    def is_input(self):
        return True


class BinaryConstraint(Constraint):
    def __init__(self, v1, v2, strength, planner):
        super().__init__(strength)
        self.v1 = v1
        self.v2 = v2
        self.direction = NONE
        self.add_to(planner)

    def choose_method(self, mark):
        if self.v1.mark == mark:
            usable = self.v2.mark != mark and self.strength.is_stronger_than(self.v2.walk_strength)
            self.direction = FORWARD if usable else NONE
        elif self.v2.mark == mark:
            usable = self.v1.mark != mark and self.strength.is_stronger_than(self.v1.walk_strength)
            self.direction = BACKWARD if usable else NONE
        elif self.v1.walk_strength.is_weaker_than(self.v2.walk_strength):
            self.direction = BACKWARD if self.strength.is_stronger_than(self.v1.walk_strength) else NONE
        else:
            self.direction = FORWARD if self.strength.is_stronger_than(self.v2.walk_strength) else NONE

    def add_to_graph(self):
        self.v1.constraints.append(self)
        self.v2.constraints.append(self)
        self.direction = NONE

    def is_satisfied(self):
        return self.direction != NONE

    def mark_inputs(self, mark):
        self.input().mark = mark

    def input(self):
        return self.v1 if self.direction == FORWARD else self.v2

    def output(self):
        return self.v2 if self.direction == FORWARD else self.v1

    def recalculate(self):
        source, out = self.input(), self.output()
        out.walk_strength = self.strength.weakest_with(source.walk_strength)
        out.stay = source.stay
        if out.stay:
            self.execute()

    def mark_unsatisfied(self):
        self.direction = NONE

    def inputs_known(self, mark):
        source = self.input()
        return source.mark == mark or source.stay or source.determined_by is None

    def remove_from_graph(self):
        self.v1.remove(self)
        self.v2.remove(self)
        self.direction = NONE


class EqualityConstraint(BinaryConstraint):
    def execute(self):
        self.output().value = self.input().value


class ScaleConstraint(BinaryConstraint):
    """v2 = v1 * scale + offset; scale and offset are variables of their own."""

    def __init__(self, source, scale, offset, destination, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(source, destination, strength, planner)

    def add_to_graph(self):
        super().add_to_graph()
        self.scale.constraints.append(self)
        self.offset.constraints.append(self)

    def remove_from_graph(self):
        super().remove_from_graph()
        self.scale.remove(self)
        self.offset.remove(self)

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.scale.mark = self.offset.mark = mark

    def execute(self):
        if self.direction == FORWARD:
            self.v2.value = self.v1.value * self.scale.value + self.offset.value
        else:
            self.v1.value = (self.v2.value - self.offset.value) // self.scale.value

    def recalculate(self):
        source, out = self.input(), self.output()
        out.walk_strength = self.strength.weakest_with(source.walk_strength)
        out.stay = source.stay and self.scale.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def incremental_add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def incremental_remove(self, constraint):
        out = constraint.output()
        constraint.mark_unsatisfied()
        constraint.remove_from_graph()
        unsatisfied = self.remove_propagate_from(out)
        strength = REQUIRED
        while True:
            for u in unsatisfied:
                if u.strength is strength:
                    self.incremental_add(u)
            strength = strength.next_weaker()
            if strength is WEAKEST:
                break

    def make_plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = sources
        while todo:
            c = todo.pop()
            if c.output().mark != mark and c.inputs_known(mark):
                plan.append(c)
                c.output().mark = mark
                self.add_consumers(c.output(), todo)
        return plan

    def plan_from(self, constraints):
        return self.make_plan([c for c in constraints if c.is_input() and c.is_satisfied()])

    def add_propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            if c.output().mark == mark:
                self.incremental_remove(constraint)
                return False
            c.recalculate()
            self.add_consumers(c.output(), todo)
        return True

    def remove_propagate_from(self, out):
        out.determined_by = None
        out.walk_strength = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            v = todo.pop()
            unsatisfied += [c for c in v.constraints if not c.is_satisfied()]
            for c in v.constraints:
                if c is not v.determined_by and c.is_satisfied():
                    c.recalculate()
                    todo.append(c.output())
        return unsatisfied

    def add_consumers(self, variable, into):
        for c in variable.constraints:
            if c is not variable.determined_by and c.is_satisfied():
                into.append(c)


def change(planner, variable, value):
    edit = EditConstraint(variable, PREFERRED, planner)
    plan = planner.plan_from([edit])
    for _ in range(10):
        variable.value = value
        for c in plan:
            c.execute()
    edit.destroy(planner)


def chain_test(n):
    """A long chain of equalities: setting the first variable sets the last."""
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        EqualityConstraint(a, b, REQUIRED, planner)
    first, last = variables[0], variables[-1]
    StayConstraint(last, STRONG_DEFAULT, planner)
    edit = EditConstraint(first, PREFERRED, planner)
    plan = planner.plan_from([edit])
    total = 0
    for i in range(100):
        first.value = i
        for c in plan:
            c.execute()
        assert last.value == i, (last.value, i)
        total += last.value
    edit.destroy(planner)
    return total


def projection_test(n):
    """Pairs of variables related by scale and offset, changed from both sides."""
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    destinations = []
    for i in range(n):
        source, destination = Variable("source", i), Variable("destination", i)
        destinations.append(destination)
        StayConstraint(source, NORMAL, planner)
        ScaleConstraint(source, scale, offset, destination, REQUIRED, planner)
    change(planner, source, 17)
    assert destination.value == 1170, destination.value
    change(planner, destination, 1050)
    assert source.value == 5, source.value
    change(planner, scale, 5)
    assert all(d.value == i * 5 + 1000 for i, d in enumerate(destinations[:-1]))
    change(planner, offset, 2000)
    assert all(d.value == i * 5 + 2000 for i, d in enumerate(destinations[:-1]))
    return sum(d.value for d in destinations)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print("chain", chain_test(n))
    print("projection", projection_test(n))


if __name__ == "__main__":
    main()

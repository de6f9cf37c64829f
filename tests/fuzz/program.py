"""A generated program: classes, helpers and functions, each called with arguments of several types."""
import random
import warnings
from pathlib import Path

from classes import GeneratedClass
from expressions import Expressions
from scopes import Scope
from statements import Statements, indented

PREAMBLE = (Path(__file__).parent / "preamble.py").read_text()

ARGUMENTS = {
    "int": ("3", "7", "-1", "0", "10**15", "2**47", "-2**63", "True", "2**48 - 1", "1"),
    "float": ("2.5", "-1.5", "0.0", "1e20"), "str": ("'ab'", "''", "'é'", "'a b,c'"),
    "list": ("[3, 1, 2]", "[]", "[1.5, 2.5]", "['a', 'b']", "[1, None]"), "dict": ("{}", "{'a': 1}", "{1: [2]}"),
    "tuple": ("(1, 'b')", "()"), "set": ("{1, 2}", "set()"), "bytes": ("b'ab'", "b''"), "complex": ("1j",),
}
PARAMETERS = ("int", "int", "int", "float", "float", "str", "list", "list", "dict", "tuple", "set", "bytes")
ANNOTATIONS = ("", "", "", "", ": int", ": float", ": list", ": str", ": 'later'")


class Helper:
    """A small function of the module that expressions call."""

    def __init__(self, name, source, argument_count):
        self.name, self.source, self.argument_count = name, source, argument_count

    def call(self, generator, depth):
        kind = generator.chance.choice(("int", "int", "float", "str"))
        arguments = ", ".join(generator.expression(kind, depth - 1) for _ in range(self.argument_count))
        return f"{self.name}({arguments})"


class FunctionGenerator(Expressions, Statements):
    def __init__(self, chance, classes, helpers):
        self.chance, self.classes, self.helpers = chance, classes, helpers
        self.start({}, False)

    def start(self, kinds, is_plain):
        """Makes ready for another function."""
        self.scope = Scope(kinds=kinds)
        # Loops that `break` may leave, and all loops that what is generated runs in.
        self.loops = self.heat = 0
        self.is_plain = is_plain

    def function(self, number):
        kinds = [self.chance.choice(PARAMETERS) for _ in "abc"]
        self.start(dict(zip("abc", kinds)), self.chance.random() < 0.4)
        body = self.block(self.chance.choice((1, 1, 2)), self.chance.choice((2, 3, 4)))
        parameters = ", ".join(name + self.chance.choice(ANNOTATIONS) for name in "abc")
        source = "\n".join([f"def f{number}(out, {parameters}):"] + indented(body) + [f"    return {self.result()}"]) + "\n"
        # Half of the functions are called where the compiler sees with what, so that it expects those kinds.
        is_visible = self.chance.random() < 0.5
        return source, [self.call_of(number, n, kinds, is_visible) for n in range(4)]

    def call_of(self, number, n, kinds, is_visible):
        """A call with arguments of the kinds that the function expects, but for one in the last."""
        if n == 3:
            kinds = list(kinds)
            kinds[self.chance.randrange(3)] = self.chance.choice(list(ARGUMENTS))
        arguments = ", ".join(self.chance.choice(ARGUMENTS[kind]) for kind in kinds)
        if is_visible:
            return f"attempt('{number}.{n}', lambda out: f{number}(out, {arguments}))"
        return f"attempt('{number}.{n}', f{number}, {arguments})"

    def helper(self, number):
        count = self.chance.randrange(1, 3)
        names = ["p", "q"][:count]
        self.start(dict.fromkeys(names, "any"), True)
        # Helpers are called in loops.
        self.heat = 1
        self.scope.allows_walrus = False
        lines = []
        if self.chance.random() < 0.4:
            lines += [f"if {self.condition(1)}:", f"    return {self.expression('int', 1)}"]
        lines.append(f"return {self.expression(self.chance.choice(('int', 'int', 'float', 'str', None)), 2)}")
        text = "\n".join([f"def h{number}({', '.join(names)}):"] + indented(lines)) + "\n"
        return Helper(f"h{number}", text, count)


def is_valid(source):
    """The generator knows little of what may be assigned to, and where names may be bound."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "generated", "exec")
        return True
    except SyntaxError:
        return False


class Program:
    """The pieces of a program, so that a shrinker can leave some out."""

    def __init__(self, seed, count):
        chance = random.Random(seed)
        self.seed = seed
        self.classes = []
        for number in range(chance.randrange(2, 6)):
            self.classes.append(GeneratedClass(chance, number, self.classes))
        self.class_sources = [made.source() for made in self.classes]
        generator = FunctionGenerator(chance, self.classes, [])
        generator.helpers = [Helper("len", "", 1)]
        # A helper calls those before it only, and few of them: no chain of calls gets long.
        for number in range(3):
            helper = generator.helper(number)
            generator.helpers.append(helper)
        self.helpers = [helper.source for helper in generator.helpers if helper.source]
        self.functions = []
        for number in range(count):
            source, calls = generator.function(number)
            if is_valid(source):
                self.functions.append((source, calls))

    def text(self, functions=None):
        functions = self.functions if functions is None else functions
        parts = [f"# Seed {self.seed}.\n" + PREAMBLE] + self.class_sources + self.helpers
        parts += [source for source, _ in functions]
        parts += ["\n".join(call for _, calls in functions for call in calls) + "\n"]
        return "\n\n".join(parts)

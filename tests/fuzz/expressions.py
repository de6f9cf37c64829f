"""Random expressions of a wanted kind. Kinds are hints: now and then an expression of another kind stands in.

What an expression costs is bounded by construction: no program may run for minutes. Inside a loop (`heat` counts the
loops around, those of comprehensions included) iterables are short, and statements store only values that `lim` of the
preamble has cut to size. Texts and lists are never multiplied by an int of any size: operands of `*` have a sign.
"""
from texts import Texts
from numeric import Numbers
from containers import Containers

KINDS = ("int", "int", "int", "float", "str", "bool", "list", "dict", "tuple", "none", "object", "bytes", "set", "complex")
INTS = (0, 1, 2, 3, -1, -7, 10, 63, 64, 255, 256, 1 << 30, (1 << 31) - 1, 1 << 32, 1 << 47, (1 << 48) - 1, 1 << 48,
        -(1 << 48), -(1 << 48) - 1, (1 << 53) + 1, 1 << 62, (1 << 63) - 1, -(1 << 63), 1 << 63, 1 << 64, 10**20, -(10**30))
# No nan, nor what easily gives one: the hash of a nan is made of its address in CPython, and which nans are one object is
# a listed difference.
FLOATS = ("0.0", "-0.0", "1.0", "0.5", "2.5", "-3.25", "1e10", "1e20", "1e-300", "0.1", "1e16", "123456.789", "5e-324", "2.0**53")
WORDS = ("", "a", "ab", "abc", "x y", "Hello", "é", "日本", "12", " pad ", "a,b,c", "%", "{}", "ß", "tab\t", "l1\nl2", "🐍x",
         "-7", "1.5", "'q'", "_id", "ǅ")
LEAVES = {
    "bool": ("True", "False"),
    "list": ("[]", "[1, 2, 3]", "[0.5, 1.5]", "['a', 'b']", "[1, 'a', None]", "list(range(5))", "[[1], [2, 3]]"),
    "dict": ("{}", "{'a': 1, 'b': 2}", "{1: 'x', 2: 'y'}", "{(1, 2): [3]}", "dict(a=1.5)", "{True: 1, 1.5: 2, None: 3}"),
    "tuple": ("()", "(1,)", "(1, 2)", "('a', 2.5)", "(1, (2, 3))"),
    "bytes": ("b''", "b'ab'", "b'\\x00\\xff'", "b'a,b'", "bytes(3)"),
    "set": ("set()", "{1, 2, 3}", "{'a', 1}", "frozenset((1, 5))", "{2.0, 3}"),
    "complex": ("1j", "(2-3j)", "complex(0.5, -0.0)"),
    # The hashes of ... and NotImplemented are made of their addresses in CPython.
    "none": ("None",),
}


class Expressions(Numbers, Texts, Containers):
    """Mixed into the generator of functions, which has `chance` (a random.Random) and `scope`."""

    def expression(self, kind=None, depth=3):
        kind = kind or self.chance.choice(KINDS)
        if self.chance.random() < 0.01:
            kind = self.chance.choice(KINDS)
        if depth <= 0 or self.chance.random() < 0.25:
            return self.leaf(kind)
        if self.chance.random() < 0.08:
            return self.chance.choice((self.conditional, self.walrus, self.subscript_of_display, self.called_lambda,
                                       self.either))(kind, depth - 1)
        if self.scope.suspends and self.chance.random() < 0.12:
            return self.suspension(depth - 1)
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
        if kind in LEAVES:
            return self.chance.choice(LEAVES[kind])
        return self.chance.choice(self.classes).construction(self, 0)

    def suspension(self, depth):
        """`yield` or `await` in the middle of an expression."""
        if self.scope.suspends == "await" or self.scope.suspends == "both" and self.chance.random() < 0.5:
            return f"(await Step({self.expression(None, depth)}))"
        return f"(yield {self.expression(None, depth)})" if self.chance.random() < 0.9 else "(yield)"

    def any_of(self, *makers):
        return self.chance.choice(makers)()

    def conditional(self, kind, depth):
        return f"({self.expression(kind, depth)} if {self.condition(depth)} else {self.expression(kind, depth)})"

    def either(self, kind, depth):
        return f"({self.expression(kind, depth)} {self.chance.choice(('or', 'and'))} {self.expression(kind, depth)})"

    def walrus(self, kind, depth):
        value = self.expression(kind, depth)
        if not self.scope.allows_walrus:
            return f"({value})"
        return f"({self.scope.new(kind)} := {self.bounded(value, kind)})"

    def bounded(self, value, kind):
        """A value that a loop stores: what could grow with each turn is cut to size."""
        if not self.heat or kind in ("bool", "none", "float", "object", "complex"):
            return value
        if kind == "int":
            # The type stays known to the optimiser.
            return value if "*" not in value and "<<" not in value else f"{value} % {self.chance.choice((2**61 - 1, 2**64, 997))}"
        return f"lim({value})"

    def subscript_of_display(self, kind, depth):
        items = [self.expression(kind, depth) for _ in range(self.chance.randrange(1, 4))]
        if self.chance.random() < 0.3:
            return f"{{{', '.join(f'{n}: {item}' for n, item in enumerate(items))}}}[{self.chance.randrange(len(items))}]"
        left, right = self.chance.choice(("[]", ("(", ",)")))  if self.chance.random() < 0.5 else "[]"
        return f"{left}{', '.join(items)}{right}[{self.expression('int', 0)} % {len(items)}]"

    def called_lambda(self, kind, depth):
        name = f"p{self.chance.randrange(3)}"
        value = self.expression(self.chance.choice(KINDS), depth)
        form = self.chance.randrange(4)
        names = [name] if form < 2 else [name, "rest"]
        with self.scope.inner(names, walrus=False):
            body = self.expression(kind, depth)
            default = self.expression(None, 0)
        if form == 0:
            return f"(lambda {name}: {body})({value})"
        if form == 1:
            return f"(lambda {name}={default}: {body})({self.chance.choice(('', value, f'{name}={value}'))})"
        if form == 2:
            return f"(lambda {name}, *rest: {body})({value}, *{self.expression('list', 0)})"
        return f"(lambda *{name}, **rest: {body})({value}, k={value})"

    def condition(self, depth=2):
        return self.any_of(
            lambda: self.expression("bool", depth), lambda: self.expression("bool", depth),
            lambda: self.expression(self.chance.choice(KINDS), depth))

    def an_none(self, depth):
        return "None"

    def an_object(self, depth):
        return self.chance.choice(self.classes).construction(self, depth)

    def in_lambda(self, name, depth, kind=None):
        with self.scope.inner([name], walrus=False), self.hotter():
            return self.expression(kind, depth)

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

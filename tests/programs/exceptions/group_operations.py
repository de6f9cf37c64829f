# wasm: yes
# Exception groups: construction, matching, splitting, deriving, texts and what parts inherit.
import sys


class Own(ExceptionGroup):
    def derive(self, exceptions):
        return Own("derived " + self.message, exceptions)


class Stubborn(ExceptionGroup):
    pass


class Wrong(ExceptionGroup):
    def derive(self, exceptions):
        return 5


def leaves(group):
    if isinstance(group, BaseExceptionGroup):
        return [type(group).__name__ + ":" + group.message, *map(leaves, group.exceptions)]
    return repr(group)


tree = ExceptionGroup("root", [ValueError(1), Own("own", [KeyError(2), ValueError(3)]), Stubborn("s", [OSError(4)])])
for condition in (ValueError, (KeyError, OSError), lambda e: isinstance(e, LookupError), Own, ExceptionGroup, EOFError):
    match, rest = tree.split(condition)
    print(leaves(match), "|", leaves(rest))
    print("  subgroup", leaves(tree.subgroup(condition)))
print(str(tree), repr(tree.exceptions[1]), tree.message, len(tree.exceptions))
print(tree.subgroup(lambda e: True) is tree, tree.split(lambda e: False)[1] is tree)

try:
    raise tree from EOFError("cause")
except ExceptionGroup as group:
    group.add_note("a note")
    match, rest = group.split(ValueError)
    print(match.__cause__ is group.__cause__, rest.__traceback__ is group.__traceback__, match.__notes__)
    print(match.__notes__ is not group.__notes__, match.__context__, match.__suppress_context__)

for arguments in (("m", []), ("m", 5), (1, [ValueError()]), ("m",), ("m", [1]), ("m", [ValueError], 1), ("m", "ab")):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [SystemExit()])).__name__)
try:
    ExceptionGroup("e", [SystemExit()])
except TypeError as error:
    print(error)
try:
    Stubborn("e", [KeyboardInterrupt()])
except TypeError as error:
    print(error)
for bad in (5, "x", (1, 2), [ValueError]):
    try:
        tree.split(bad)
    except TypeError as error:
        print(error)
try:
    Wrong("w", [ValueError(), KeyError()]).split(ValueError)
except TypeError as error:
    print(error)
for name in ("message", "exceptions"):
    try:
        setattr(tree, name, ())
    except AttributeError as error:
        print(error)
original = [ValueError("kept")]
group = ExceptionGroup("copy", original)
original.append(1)
print(group.exceptions, group.args)
print(ExceptionGroup[int] if False else ExceptionGroup.__class_getitem__(int))
try:
    try:
        raise ExceptionGroup("a", [ValueError("v"), TypeError("t")])
    except* ValueError as part:
        print(sys.exception() is part, part.exceptions)
        raise KeyError("k") from part
except ExceptionGroup as result:
    print([type(e).__name__ for e in result.exceptions], result.message == "", result.exceptions[0].__cause__)


def raises_in_predicate(error):
    raise LookupError("in the predicate")


try:
    tree.subgroup(raises_in_predicate)
except LookupError as error:
    print(error)

# __name__, __file__ by its last part, __doc__, module objects as values.
"""not a docstring: a comment precedes, but this is the first statement"""
import other
import pkg.inner
def base(path):
    return path.replace("\\", "/").split("/")[-1]
print(__name__, other.__name__, pkg.__name__, pkg.inner.__name__)
print(base(__file__), base(other.__file__), base(pkg.__file__), base(pkg.inner.__file__))
print(__doc__, other.__doc__, pkg.inner.__doc__)
print(type(other).__name__, repr(other).startswith("<module 'other' from"), other == other, {other: 1}[other], bool(other))
setattr(other, "added", 5)
print(other.added, getattr(other, "nope", "default"), sorted(n for n in vars(other) if not n.startswith("__")))
del other.added
try:
    other.added
except AttributeError as error:
    print(error)
other.x = "from main"
print(other.read_x(), other.__dict__["x"])
other.__dict__["x"] = "through dict"
print(other.x, other.read_x())
mods = [other, pkg.inner]
print([m.__name__.upper() for m in mods], other.is_main(), __name__ == "__main__")
try:
    other()
except TypeError as error:
    print(error)
other.__name__ = "renamed"
print(other.__name__)

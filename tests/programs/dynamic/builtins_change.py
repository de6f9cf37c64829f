"""Built-in names that change between two uses at the same place in the code."""
import builtins


def size(x):
    return len(x)


def show():
    try:
        print(size("abc"), probe)
    except NameError as error:
        print(size("abc"), error)


class Odd:
    def __eq__(self, other):
        return True

    __hash__ = None


show()
show()
builtins.probe = "from builtins"
show()
# A global that the compiler does not know, then gone again.
globals()["probe"] = "from globals"
show()
del globals()["probe"]
show()
globals()["other"] = 1
globals()["probe"] = "again"
globals().popitem()
show()
globals()["probe"] = "after popitem"
show()
globals().pop("probe")
builtins.probe = "replaced"
show()
del builtins.probe
show()
builtins.probe = "third"
show()

# The same for a name that the built-ins have from the start.
real = builtins.len
builtins.len = lambda x: -1
show()
builtins.len = real
show()
globals()["len"] = lambda x: 42
show()
del globals()["len"]
show()
del builtins.len
try:
    size("abc")
except NameError as error:
    print(error)
builtins.len = real
show()

# Reordering the dict of the built-ins.
for i in range(300):
    setattr(builtins, f"filler_{i}", i)
show()
for i in range(300):
    delattr(builtins, f"filler_{i}")
show()
print(sum(map(abs, (-1, 2))), size([1, 2]))

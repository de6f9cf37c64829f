# wasm: yes
# format(), f-strings, % and str.format side by side, and what they refuse.
def attempt(function):
    try:
        print(function())
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        return f"<{spec}|{self.cents / 100:.2f}>"

    def __str__(self):
        return "str of money"

    def __repr__(self):
        return "repr of money"


m = Money(1234)
values = {"name": "ada", "n": 42, "x": 3.14159, "list": [1, {"k": "v"}], "m": m}
print(f"{m} {m:>5} {m!r} {m!s:>14} {m!r:<15}|")
print("{m} {m:a b} {m!r} {list[1][k]} {x:.3f} {n:#06x}".format(**values))
print("{0} {1} {0!r} {2.cents}".format("a", "b", m), "{} {}".format(*"xy"), "{:{}{}}".format("w", ">", 5))
print("%s %r %5d|%-5d|%05.1f %x %o %e %g %c%%" % ("s", "r", 4, 5, 6.25, 255, 8, 12345.678, 0.00001, "c"))
print("%(n)d %(name)s %(x)8.3f" % values, "%*d|%-*d" % (5, 1, 5, 2), "%.2s" % "abcdef", "%s" % (("tuple",),))
width, precision = 12, 4
print(f"{3.14159265:{width}.{precision}}|{'mid':^{width}}|{'fill':*<{width}}|{-5:=+8}|{5: }|{1234567:,}|{1234567:_}")
print(f"{1e10:g} {1e-5} {123456789.0:e} {0.1 + 0.2:.17f} {1 / 3:%} {float('inf'):>6} {float('nan'):<6}|{-0.0}")
print(f"{255:b} {255:o} {255:X} {255:#b} {255:c} {10**20:,} {2**70:x} {-17:+d} {True:d} {True}")
print(f"{1 + 2j} {1 + 2j:.2f} {3j:>10} {complex(0, -1)!r}")
nested = {"a": {"b": [10, 20]}}
print(f"{nested['a']['b'][1]:>{len('wide')}} {'quote' + "s"} {f'{f"{1}"}'} {{literal}} {'a' if nested else 'b'}")
print(f"{width=} {width = :>5} {m=} {m=!s} {width + 1=:#x}")
print(f"""multi {
    width
    + 1
} line {'\n'.join(['x', 'y'])!r}""")
attempt(lambda: "{} {1}".format(1, 2))
attempt(lambda: "{missing}".format(a=1))
attempt(lambda: "{2}".format(1))
attempt(lambda: "{0.nothing}".format(1))
attempt(lambda: "{".format())
attempt(lambda: "}".format())
attempt(lambda: "{0[}".format([1]))
attempt(lambda: "{!x}".format(1))
attempt(lambda: format(1, "s"))
attempt(lambda: format("s", "d"))
attempt(lambda: format(1.5, "d"))
attempt(lambda: format([], ">5"))
attempt(lambda: format(1, "zz"))
attempt(lambda: format("a", "=5"))
attempt(lambda: format(1, ",_"))
attempt(lambda: "%d" % "a")
attempt(lambda: "%d %d" % (1,))
attempt(lambda: "%d" % (1, 2))
attempt(lambda: "%(a)d" % (1,))
attempt(lambda: "%(a)d" % {"b": 1})
attempt(lambda: "%y" % 1)
attempt(lambda: "%c" % "ab")
attempt(lambda: "%" % 1)
attempt(lambda: format(object(), "x"))

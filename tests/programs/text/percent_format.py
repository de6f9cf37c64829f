# wasm: yes
# The % operator of str.
print("%d %i %s %r %x %X %o %e %f %g %c %c %%" % (5, -5, "s", "r", 255, 255, 8, 1.5, 2.5, 1e10, "c", 99))
print("%5d|%-5d|%05d|%+d|% d|%#x|%#o|%5s|%-5s|%.2s|%5.1f|%-8.3e|%08.2f|%+.1f" % (42, 42, 42, 42, 42, 255, 8, "ab", "ab", "abc", 3.14159, 3.14159, 3.14159, 2.0))
print("%(name)s is %(age)d" % {"name": "Bob", "age": 7}, "%s" % "x", "%s" % (1,), "%s" % [1, 2], "%s %s" % ("a", None), "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159))
print("%d" % 3.99, "%d" % True, "%s" % True, "%x" % 2**2, "%d" % 10**30, "%x" % (10**30), "%a" % "é")
for text, args in (("%d", "a"), ("%d", ()), ("%d %d", (1,)), ("%d", (1, 2)), ("%z", 1), ("%", 1), ("%c", "ab"), ("%x", 1.5), ("%(a)s", 1), ("%f", "x"), ("%c", -1), ("%(a)s", {})):
    try:
        print(text % args)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(type(error).__name__, error)

# wasm: yes
# Format specs of str and of other objects.
for s in ("", "a", "hello", "日本語", "é😀"):
    print(f"{s:5}|{s:<5}|{s:>5}|{s:^5}|{s:*^9}|{s:.2}|{s:6.2}|{s:>6.1}|{s:s}|{s:é>7}|{s:05}|{s:日^7s}")
for spec in ("d", "5d", "+", "=5", ",", "#", ".2f", "x", " "):
    try:
        print(spec, format("a", spec))
    except ValueError as error:
        print(spec, error)
for value in ([1], None, (1,), {1}, object):
    try:
        format(value, "5")
    except TypeError as error:
        print(error)
print(f"{[1]}|{None!s:>6}|{(1,)!r:8}|", format([1], ""), format(None))
try:
    format("a", 5)
except TypeError as error:
    print(error)
print("{} {}".format(1, "b"), "{0}{1}{0}".format("a", "b"), "{x} {y:>4}".format(x=1, y=2), "{0[1]} {1.real}".format([1, 2], 5), "{{}}".format(), "{!r:>5}".format("a"))
for text, args in (("{} {}", (1,)), ("{a}", ()), ("{0} {}", (1, 2)), ("{", ()), ("}", ())):
    try:
        text.format(*args)
    except (IndexError, KeyError, ValueError) as error:
        print(type(error).__name__, error)

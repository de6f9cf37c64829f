# wasm: yes
# f-strings: expressions, conversions, nesting, quotes.
name, n, pi = "World", 42, 3.14159
print(f"Hello {name}!", f"{n}", f"{n + 1}", f"{name!r}", f"{name!s:>8}|", f"{'é'!a}", f"{{}}", f"{{{n}}}", f"{n}{n}", f"")
print(f"{name.upper()} {len(name)} {[i * 2 for i in range(3)]} { {1: 2}[1] } {'a' if n else 'b'} {(lambda x: x + 1)(1)}")
print(f"{n=} {name = } {n + 1 = } {name=!s} {pi=:.2f} {n=:>6}|")
print(f"{'nested ' + f'{n} {f"{name}"}'}", f"{name['a' < 'b']}", f"{"same quotes"}", f'{n}' "plain" f"{name}")
width, precision, fill = 12, 3, "*"
print(f"{pi:{width}.{precision}f}|{name:{fill}^{width}}|{n:{'0'}{5}}|{name!r:>{width}}|")
print(f"""multi
{n}
  {name}""", f"{
    n
}", rf"\d{n}", f"\t{n}\x41", fr"{name}\n")
print(f"{None} {True} {[1, 'a']} {()} {1.0} {b'x'} {...}")
class P:
    def __format__(self, spec):
        return f"<{spec}>"
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
p = P()
print(f"{p} {p:spec} {p!r} {p!s} {p!r:>6} {p:{n}x}", format(p), format(p, "q"), "%s %r" % (p, p))

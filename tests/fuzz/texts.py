"""Random expressions that make strs and bytes."""

SPECS = {
    "int": ("", ":5", ":05d", ":x", ":,", "!r", ":+d", ":#b", ":_d", ":<8", ":^+9,", ":c", ":e", ":.2f", ":%", ":08,d", ":#010x"),
    "float": ("", ":.3f", ":10.2e", ":g", "!s", ":+.1%", ":,.2f", ":012.4f", ":*^15", ":n", ":#.3g", ":z.1f", ":.0f"),
    "str": ("", ":>6", ":*^7", "!r", "!a", ":.2", ":<5.3s", "!s:>4"), None: ("", "!r", "!s", "!a"),
    "complex": ("", ":.2f", "!r", ":+g"), "list": ("", "!r", "!s:>20"),
}
PERCENT = (("%d", "int"), ("%5.2f", "float"), ("%s", None), ("%r", "str"), ("%-6s|", "str"), ("%x", "int"), ("%+05d", "int"),
           ("%e", "float"), ("%g", "float"), ("%c", "str"), ("%%", ""), ("%.2s", "str"), ("%#o", "int"), ("%*d", "int"))
# Codecs that are C functions in CPython, so that they do not appear in tracebacks.
ENCODINGS = ("'utf-8'", "'latin-1'", "'ascii'", "'utf-8', 'replace'", "'ascii', 'replace'", "'latin-1', 'backslashreplace'",
             "'ascii', 'xmlcharrefreplace'", "'utf-8', 'surrogatepass'", "'ascii', 'ignore'")


class Texts:
    def an_str(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('str', depth)} + {e('str', depth)})", lambda: f"({e('str', depth)} * ({e('int', depth)} % 4))",
            lambda: f"{self.chance.choice(('str', 'repr', 'ascii', 'format'))}({e(None, depth)})",
            lambda: f"{e('str', depth)}.{self.chance.choice(('upper', 'lower', 'strip', 'title', 'swapcase', 'capitalize', 'casefold', 'lstrip', 'rstrip', 'expandtabs'))}()",
            lambda: f"{e('str', depth)}.{self.chance.choice(('strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix'))}({e('str', depth)})",
            lambda: f"{e('str', depth)}[{self.slice(depth)}]",
            lambda: f"{e('str', depth)}.replace({e('str', depth)}, {e('str', depth)}{self.chance.choice(('', ', 1', ', -1'))})",
            lambda: f"{e('str', depth)}.join(map(str, {e('list', depth)}))", lambda: f"{e('str', depth)}.join({self.iterable(depth)})",
            lambda: self.fstring(depth), lambda: self.fstring(depth), lambda: self.percent(depth),
            lambda: f"'{{}}-{{:>5}}'.format({e(None, depth)}, {e('str', depth)})",
            lambda: f"'{{1!r:>{{2}}}}{{0}}{{k:.2f}}'.format({e(None, depth)}, {e('str', depth)}, {e('int', 0)} % 12, k={e('float', depth)})",
            lambda: f"{e('str', depth)}[{e('int', depth)}]", lambda: f"chr({e('int', depth)} % 500 + 32)",
            lambda: f"{e('str', depth)}.{self.chance.choice(('center', 'ljust', 'rjust'))}({self.chance.randrange(12)}, '*')",
            lambda: f"{e('str', depth)}.zfill({self.chance.randrange(9)})",
            lambda: f"{e('str', depth)}.translate({{97: {e('str', 0)}, 98: None, 99: 120}})",
            lambda: f"{e('bytes', depth)}.decode({self.chance.choice(ENCODINGS[:5])})",
            lambda: f"{self.chance.choice(('hex', 'bin', 'oct'))}({e('int', depth)})", lambda: f"({e('float', depth)}).hex()",
            lambda: f"format({e('int', depth)}, {self.chance.choice(SPECS['int'][1:5])[1:]!r})",
            lambda: f"{e('bytes', depth)}.hex({self.chance.choice(('', repr('-'), repr(':') + ', 2'))})",
            lambda: self.attribute("str", depth), lambda: self.attribute("str", depth))

    def percent(self, depth):
        parts = [self.chance.choice(PERCENT) for _ in range(self.chance.randrange(1, 4))]
        values = "".join((f"{self.expression('int', 0)} % 9, " if text == "%*d" else "") + f"{self.expression(kind, depth)}, "
                         for text, kind in parts if text != "%%")
        if self.chance.random() < 0.15:
            return f"('%(a)s %(b)r' % {self.expression('dict', depth)})"
        return f"('{' '.join(text for text, _ in parts)}' % ({values}))"

    def fstring(self, depth):
        parts = []
        for _ in range(self.chance.randrange(1, 4)):
            kind = self.chance.choice(("int", "float", "str", "complex", "list", None))
            value, chosen = self.expression(kind, depth - 1), self.chance.choice(SPECS[kind])
            if self.chance.random() < 0.15:
                # A nested field in the format specification.
                chosen = f":{self.chance.choice(('>', '<', '^', '0'))}{{ {self.expression('int', 0)} % 15 }}"
            if self.chance.random() < 0.1 and kind in ("int", "str", "float"):
                value += " ="
            # A quote inside is fine since 3.12.
            parts.append("{" + f" {value} " + chosen + "}")
        between = self.chance.choice(("", ", ", "-", "{{", "\\n"))
        quote = self.chance.choice(('"', '"', '"""', "'"))
        if self.chance.random() < 0.15:
            return f'("{self.chance.choice(("", "t", "%s"))}" f{quote}{between.join(parts)}{quote})'
        return self.chance.choice("fF") + quote + self.chance.choice(("", "v=", "é")) + between.join(parts) + quote

    def an_bytes(self, depth):
        e = self.expression
        return self.any_of(
            lambda: f"({e('bytes', depth)} + {e('bytes', depth)})", lambda: f"({e('bytes', depth)} * ({e('int', depth)} % 3))",
            lambda: f"{e('str', depth)}.encode({self.chance.choice(ENCODINGS)})", lambda: f"{e('bytes', depth)}[{self.slice(depth)}]",
            lambda: f"bytes({self.ints(depth)})", lambda: f"{e('bytes', depth)}.replace({e('bytes', depth)}, {e('bytes', depth)})",
            lambda: f"bytes([{e('int', depth)} % 256, {e('int', 0)} % 256])", lambda: f"{e('bytes', depth)}.upper()",
            lambda: f"({e('int', depth)} % 65536).to_bytes(3, 'big')", lambda: f"{e('bytes', depth)}.join([{e('bytes', depth)}, b'-'])",
            lambda: f"bytes(bytearray({e('bytes', depth)}[:9]))", lambda: f"(b'%s|%d' % ({e('bytes', depth)}, {e('int', depth)}))")

"""Values as JSON text, compact or indented."""

ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def quote(text):
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(
        ESCAPED[c] if c in ESCAPED else f"\\u{ord(c):04x}" if c < " " else c for c in text) + '"'


def scalar(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, (int, float)):
        return repr(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


class Printer:
    def __init__(self, indent, sort_keys):
        self.indent = indent
        self.sort_keys = sort_keys
        self.parts = []

    def write(self, value, level=0):
        match value:
            case dict():
                members = sorted(value.items()) if self.sort_keys else value.items()
                self.group("{", "}", members, level, self.member)
            case list() | tuple():
                self.group("[", "]", value, level, self.write)
            case _:
                self.parts.append(scalar(value))

    def member(self, pair, level):
        name, value = pair
        self.parts.append(quote(name) + (":" if self.indent is None else ": "))
        self.write(value, level)

    def group(self, opening, closing, items, level, write_item):
        self.parts.append(opening)
        first = True
        for item in items:
            if not first:
                self.parts.append(",")
            first = False
            self.newline(level + 1)
            write_item(item, level + 1)
        if not first:
            self.newline(level)
        self.parts.append(closing)

    def newline(self, level):
        if self.indent is not None:
            self.parts.append("\n" + " " * (self.indent * level))


def dumps(value, indent=None, sort_keys=False):
    """JSON text of the value; on one line without spaces when indent is None."""
    printer = Printer(indent, sort_keys)
    printer.write(value)
    return "".join(printer.parts)

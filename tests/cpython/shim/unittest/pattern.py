"""A small matcher for the regular expressions that tests compare messages with: literals, classes, groups, alternatives,
`* + ? {m,n}`, `^ $ . \\d \\w \\s`, and escapes."""


class Parser:
    def __init__(self, text):
        self.text, self.at = text, 0

    def alternatives(self):
        choices = [self.sequence()]
        while self.take("|"):
            choices.append(self.sequence())
        return ("choice", choices)

    def sequence(self):
        parts = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            parts.append(self.repeated(self.atom()))
        return ("sequence", parts)

    def take(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def atom(self):
        if self.take("("):
            if self.take("?P<"):
                self.at = self.text.index(">", self.at) + 1
            else:
                self.take("?:")
            inner = self.alternatives()
            self.take(")")
            return inner
        if self.take("["):
            return self.character_class()
        char = self.text[self.at]
        self.at += 1
        if char == "\\":
            char = self.text[self.at]
            self.at += 1
            return ("kind", char) if char in "dwsDWSbBAZ" else ("literal", {"n": "\n", "t": "\t"}.get(char, char))
        if char in ".^$":
            return ("kind", char)
        return ("literal", char)

    def character_class(self):
        negative = self.take("^")
        members = []
        while not (self.text[self.at] == "]" and members):
            char = self.text[self.at]
            self.at += 1
            if char == "\\":
                char = self.text[self.at]
                self.at += 1
                members.append(("kind", char) if char in "dwsDWS" else ("literal", char))
            elif self.text[self.at] == "-" and self.text[self.at + 1] != "]":
                members.append(("range", char, self.text[self.at + 1]))
                self.at += 2
            else:
                members.append(("literal", char))
        self.at += 1
        return ("class", negative, members)

    def repeated(self, atom):
        while self.at < len(self.text):
            if self.take("*"):
                least, most = 0, None
            elif self.take("+"):
                least, most = 1, None
            elif self.take("?"):
                least, most = 0, 1
            elif self.text[self.at] == "{" and self.text[self.at + 1].isdigit():
                end = self.text.index("}", self.at)
                first, comma, second = self.text[self.at + 1:end].partition(",")
                least = int(first)
                most = (int(second) if second else None) if comma else least
                self.at = end + 1
            else:
                break
            self.take("?")
            atom = ("repeat", atom, least, most)
        return atom


def is_kind(kind, char):
    lower = kind.lower()
    result = char.isdigit() if lower == "d" else char.isalnum() or char == "_" if lower == "w" else char.isspace()
    return result != kind.isupper()


def ends(node, text, at):
    """The places where a match of the node that begins at `at` may end."""
    kind = node[0]
    if kind == "literal":
        if text.startswith(node[1], at):
            yield at + 1
    elif kind == "kind":
        yield from ends_of_kind(node[1], text, at)
    elif kind == "class":
        if at < len(text):
            found = any(
                text[at] == m[1] if m[0] == "literal" else is_kind(m[1], text[at]) if m[0] == "kind"
                else m[1] <= text[at] <= m[2] for m in node[2])
            if found != node[1]:
                yield at + 1
    elif kind == "choice":
        for choice in node[1]:
            yield from ends(choice, text, at)
    elif kind == "sequence":
        yield from ends_of_sequence(node[1], 0, text, at)
    else:
        yield from ends_of_repeat(node, 0, text, at)


def ends_of_kind(kind, text, at):
    if kind in "^A":
        if at == 0:
            yield at
    elif kind in "$Z":
        if at == len(text) or kind == "$" and text[at:] == "\n":
            yield at
    elif kind in "bB":
        before = at > 0 and is_kind("w", text[at - 1])
        after = at < len(text) and is_kind("w", text[at])
        if (before != after) == (kind == "b"):
            yield at
    elif at < len(text) and (text[at] != "\n" if kind == "." else is_kind(kind, text[at])):
        yield at + 1


def ends_of_sequence(parts, index, text, at):
    if index == len(parts):
        yield at
        return
    for end in ends(parts[index], text, at):
        yield from ends_of_sequence(parts, index + 1, text, end)


def ends_of_repeat(node, count, text, at):
    _, atom, least, most = node
    if most is None or count < most:
        for end in ends(atom, text, at):
            if end > at:
                yield from ends_of_repeat(node, count + 1, text, end)
    if count >= least:
        yield at


def matches(pattern, text):
    node = Parser(pattern).alternatives()
    return any(True for start in range(len(text) + 1) for _ in ends(node, text, start))

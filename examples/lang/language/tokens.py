from .errors import TokenError

KEYWORDS = {"let", "func", "return", "if", "else", "while", "for", "in", "break", "continue", "print", "and", "or", "not",
            "true", "false", "nil"}
PAIRS = {"==", "!=", "<=", ">="}
SINGLES = set("+-*/%<>=(){}[],.:")


class Token:
    def __init__(self, kind, value, line):
        self.kind = kind
        self.value = value
        self.line = line

    def __repr__(self):
        return f"Token({self.kind!r}, {self.value!r}, {self.line})"


def tokenize(source):
    """All tokens of the source; the last is of kind "end"."""
    tokens = []
    line = 1
    i = 0
    n = len(source)
    while i < n:
        c = source[i]
        start = i
        if c == "\n":
            line += 1
            i += 1
        elif c.isspace():
            i += 1
        elif c.isdigit():
            while i < n and (source[i].isdigit() or source[i] == "."):
                i += 1
            literal = source[start:i]
            tokens.append(Token("number", float(literal) if "." in literal else int(literal), line))
        elif c.isalpha() or c == "_":
            while i < n and (source[i].isalnum() or source[i] == "_"):
                i += 1
            word = source[start:i]
            tokens.append(Token(word if word in KEYWORDS else "name", word, line))
        elif c == '"':
            end = source.find('"', i + 1)
            if end < 0:
                raise TokenError("text is not closed", line)
            tokens.append(Token("text", source[i + 1:end], line))
            i = end + 1
        elif source[i:i + 2] in PAIRS:
            tokens.append(Token(source[i:i + 2], None, line))
            i += 2
        elif c in SINGLES:
            tokens.append(Token(c, None, line))
            i += 1
        else:
            raise TokenError(f"unexpected character {c!r}", line)
    tokens.append(Token("end", None, line))
    return tokens

"""Splits JSON text into tokens: pairs of kind and value, with the position where each begins."""
from .errors import JSONError

PUNCTUATION = "{}[],:"
WORDS = {"true": True, "false": False, "null": None}
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
DIGITS = "0123456789"


class Tokenizer:
    """Iterating gives (kind, value, position); the last kind is "end"."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def __iter__(self):
        text = self.text
        n = len(text)
        while True:
            i = self.position
            while i < n and text[i] in " \t\n\r":
                i += 1
            self.position = i
            if i == n:
                yield "end", None, i
                return
            c = text[i]
            if c in PUNCTUATION:
                self.position = i + 1
                yield c, c, i
            elif c == '"':
                yield "value", self.string(), i
            elif c in DIGITS or c == "-":
                yield "value", self.number(), i
            else:
                yield "value", self.word(), i

    def word(self):
        start = i = self.position
        text = self.text
        while i < len(text) and text[i].isalpha():
            i += 1
        word = text[start:i]
        if word not in WORDS:
            raise JSONError(f"unexpected {word or text[start]!r}", text, start)
        self.position = i
        return WORDS[word]

    def digits(self, i):
        start = i
        text = self.text
        while i < len(text) and text[i] in DIGITS:
            i += 1
        if i == start:
            raise JSONError("digit expected", text, i)
        return i

    def number(self):
        text = self.text
        n = len(text)
        start = i = self.position
        if text[i] == "-":
            i += 1
        first = i
        i = self.digits(i)
        if text[first] == "0" and i - first > 1:
            raise JSONError("leading zero", text, first)
        is_float = False
        if i < n and text[i] == ".":
            is_float = True
            i = self.digits(i + 1)
        if i < n and text[i] in "eE":
            is_float = True
            i += 1
            if i < n and text[i] in "+-":
                i += 1
            i = self.digits(i)
        self.position = i
        literal = text[start:i]
        return float(literal) if is_float else int(literal)

    def string(self):
        text = self.text
        start = self.position
        i = start + 1
        parts = []
        while True:
            end = text.find('"', i)
            if end < 0:
                raise JSONError("string is not closed", text, start)
            slash = text.find("\\", i, end)
            chunk = text[i:end if slash < 0 else slash]
            if not chunk.isprintable() and any(c < " " for c in chunk):
                raise JSONError("control character in string", text, i)
            if chunk:
                parts.append(chunk)
            if slash < 0:
                self.position = end + 1
                return parts[0] if len(parts) == 1 else "".join(parts)
            character, i = self.escape(slash + 1)
            parts.append(character)

    def escape(self, i):
        """The character that the escape after a backslash at i - 1 means, and where the text goes on."""
        text = self.text
        c = text[i] if i < len(text) else ""
        if c in ESCAPES:
            return ESCAPES[c], i + 1
        if c != "u":
            raise JSONError("unknown escape", text, i)
        code = self.hexadecimal(i + 1)
        i += 5
        if 0xD800 <= code < 0xDC00 and text[i:i + 2] == "\\u":
            low = self.hexadecimal(i + 2)
            if 0xDC00 <= low < 0xE000:
                return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)), i + 6
        return chr(code), i

    def hexadecimal(self, i):
        digits = self.text[i:i + 4]
        try:
            if len(digits) != 4 or not digits.isalnum():
                raise ValueError
            return int(digits, 16)
        except ValueError:
            raise JSONError("four hexadecimal digits expected", self.text, i) from None

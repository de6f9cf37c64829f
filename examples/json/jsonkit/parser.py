"""Recursive descent over the tokens."""
from .errors import JSONError
from .tokenizer import Tokenizer

MAX_DEPTH = 200


class Parser:
    def __init__(self, text):
        self.text = text
        self.tokens = iter(Tokenizer(text))
        self.advance()

    def advance(self):
        self.kind, self.value, self.position = next(self.tokens)

    def fail(self, message):
        raise JSONError(message, self.text, self.position)

    def expect(self, kind):
        if self.kind != kind:
            self.fail(f"{kind!r} expected")
        self.advance()

    def document(self):
        value = self.item(0)
        if self.kind != "end":
            self.fail("end of text expected")
        return value

    def item(self, depth):
        if self.kind == "value":
            value = self.value
            self.advance()
            return value
        if depth > MAX_DEPTH:
            self.fail("nested too deeply")
        if self.kind == "[":
            return self.array(depth)
        if self.kind == "{":
            return self.object(depth)
        self.fail("value expected")

    def array(self, depth):
        self.advance()
        items = []
        if self.kind == "]":
            self.advance()
            return items
        while True:
            items.append(self.item(depth + 1))
            if self.kind != ",":
                self.expect("]")
                return items
            self.advance()

    def object(self, depth):
        self.advance()
        members = {}
        if self.kind == "}":
            self.advance()
            return members
        while True:
            if self.kind != "value" or not isinstance(self.value, str):
                self.fail("name expected")
            name = self.value
            self.advance()
            self.expect(":")
            members[name] = self.item(depth + 1)
            if self.kind != ",":
                self.expect("}")
                return members
            self.advance()


def parse(text):
    """The value of a JSON text: dict, list, str, int, float, bool or None. Raises JSONError."""
    return Parser(text).document()

# wasm: yes
# A CSV reader, a word wrapper, a template engine, roman numerals, Caesar, a calculator.
def parse_csv(text):
    rows, row, field, quoted, i = [], [], "", False, 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"':
                field += '"'
                i += 1
            elif c == '"': quoted = False
            else: field += c
        elif c == '"': quoted = True
        elif c == ",": row.append(field); field = ""
        elif c == "\n": row.append(field); rows.append(row); row, field = [], ""
        else: field += c
        i += 1
    if field or row: rows.append(row + [field])
    return rows
print(parse_csv('a,b,c\n1,"x, y","say ""hi"""\n,,\nlast'))
def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line]
for l in wrap("the quick brown fox jumps over the lazy dog and keeps running", 20): print(f"|{l:<20}|")
def render(template, **values):
    out = []
    for part in template.split("{{"):
        name, sep, rest = part.partition("}}")
        out.append(str(values.get(name.strip(), "?")) + rest if sep else part)
    return "".join(out)
print(render("Dear {{ name }}, you owe {{amount}} {{ x }}!", name="Bob", amount=5))
def roman(n):
    out = ""
    for value, text in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += text * count
    return out
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
def caesar(text, k):
    return "".join(chr((ord(c) - b + k) % 26 + b) if c.isalpha() and c.isascii() and (b := 65 if c.isupper() else 97) else c for c in text)
print(caesar("Hello, World!", 3), caesar(caesar("Zebra é", 5), -5))
class Calc:
    def __init__(self, text): self.t, self.i = text.replace(" ", ""), 0
    def peek(self): return self.t[self.i] if self.i < len(self.t) else ""
    def take(self): self.i += 1; return self.t[self.i - 1]
    def expr(self):
        v = self.term()
        while self.peek() in "+-" and self.peek():
            v = v + self.term() if self.take() == "+" else v - self.term()
        return v
    def term(self):
        v = self.factor()
        while self.peek() in "*/" and self.peek():
            v = v * self.factor() if self.take() == "*" else v / self.factor()
        return v
    def factor(self):
        if self.peek() == "(":
            self.take(); v = self.expr(); self.take()
            return v
        if self.peek() == "-":
            self.take()
            return -self.factor()
        start = self.i
        while self.peek().isdigit() or self.peek() == ".": self.take()
        if start == self.i: raise SyntaxError(f"unexpected {self.peek()!r} at {self.i}")
        return float(self.t[start:self.i])
for text in ("1 + 2 * 3", "(1 + 2) * 3", "-4 / (2 - 1.5)", "2 * (3 + (4 - 1)) / 3", "1 +", "1 / 0"):
    try:
        print(text, "=", Calc(text).expr())
    except (SyntaxError, ZeroDivisionError) as error:
        print(text, "->", type(error).__name__, error)

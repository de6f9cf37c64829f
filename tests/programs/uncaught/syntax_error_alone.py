# wasm: yes
# A SyntaxError at the end of a program, raised where a caret says more.
class Own(SyntaxError):
    def __str__(self):
        return "own text"


def parse(text):
    raise SyntaxError("cannot parse", ("input.txt", 1, 4, text, 1, 7))


try:
    raise Own("m", ("own.txt", 2, 1, "line", 2, 3))
except Own:
    parse("let x = 1")

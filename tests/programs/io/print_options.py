# wasm: yes
# print: sep, end, file, flush, many kinds of arguments.
import sys
print()
print("a", 1, None, 2.5, [1], sep=", ", end="!\n")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print(*range(5), sep="-")
print("no newline", end="")
print(end="")
print(" | continued")
print("x", file=sys.stdout, flush=True)
print("x", file=None)
print("tab\tquote'\"é日😀\\")
print(sep="x")
print("", "", sep="|")
class W:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
w = W()
print("to", "object", 5, file=w)
print(w.parts)
class NoWrite: pass
for kw in ({"sep": 5}, {"end": 1}, {"file": NoWrite()}, {"nope": 1}):
    try:
        print("x", **kw)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
class S:
    def __str__(self):
        print("[in str]", end="")
        return "S"
print(S(), S())
print("a\0b".replace("\0", "<nul>"), "é" * 3, True, ..., print)

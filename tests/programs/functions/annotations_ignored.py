# wasm: yes
# Annotations never change behaviour; they are evaluated for module variables, classes and parameters.
def f(a: int, b: "str" = 5, *args: float, k: list = None, **kw: dict) -> bool:
    return a, b, k
print(f("not an int"), f.__annotations__)
x: int = "text"
y: str
print(x, __annotations__)
try:
    y
except NameError as error:
    print(error)
def local():
    z: undefined_name = 3
    w: also_undefined
    return z
print(local())
class C:
    attr: int = 1
    other: "C"
    def m(self, o: "C") -> "C":
        return o
print(C.__annotations__, C.attr, hasattr(C, "other"), C().m(5))
def side(tag):
    print("annotation", tag)
    return tag
def g(a: side("a"), b: side("b") = print("default")) -> side("return"):
    pass
(x): int = 6
C.attr: int = 7
data = [0]
data[0]: int = 8
print(x, C.attr, data)

# wasm: yes
# Code objects of functions: names, counts, flags, closures, identity.
def plain(a, b=1):
    """The docstring."""
    total = a + b
    return total


def everything(a, /, b, *args, c, d=2, **kwargs):
    local = a
    return local


def outer(p, q):
    b = 1
    a = 2
    z = 3

    def inner():
        nonlocal b
        b += 1
        return b + a + q

    class Local:
        x = z

        def method(self):
            return __class__, super()

    return inner, Local


def generator():
    yield 1


async def coroutine():
    pass


async def async_generator():
    yield 1


def uses_comprehension(values):
    return [v + len(values) for v in values]


inner, Local = outer(1, 2)
functions = [plain, everything, outer, inner, Local.method, generator, coroutine, async_generator, uses_comprehension]
functions.append(lambda x, *, y=0: x + y)
for function in functions:
    code = function.__code__
    print(code.co_name, code.co_qualname, code.co_firstlineno)
    print("  args", code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals)
    print("  names", code.co_varnames, code.co_freevars, code.co_cellvars)
    print("  flags", code.co_flags, bool(code.co_flags & 0x20), bool(code.co_flags & 0x80))
    print("  same", function.__code__ is code, code == function.__code__, hash(code) == hash(function.__code__))
print(plain.__code__.co_consts[0], everything.__code__.co_consts[0])
print([c.cell_contents for c in inner.__closure__], inner(), [c.cell_contents for c in inner.__closure__])
print(plain.__code__ == everything.__code__, plain.__code__ != everything.__code__, plain.__code__ is everything.__code__)
print(plain.__code__.co_filename.endswith("code_objects.py"), type(plain.__code__).__name__)


def maker(n):
    def made():
        return n

    return made


first, second = maker(1), maker(2)
print(first.__code__ is second.__code__, first.__closure__[0] is second.__closure__[0])
changed = plain.__code__.replace(co_name="other", co_qualname="quite.other", co_firstlineno=99)
print(changed.co_name, changed.co_qualname, changed.co_firstlineno, changed.co_varnames)
print(changed == plain.__code__, plain.__code__.replace() == plain.__code__)
print(plain.__code__.replace(co_filename="elsewhere.py").co_filename)
try:
    plain.__code__.replace(co_name=3)
except TypeError as error:
    print(error)
try:
    plain.__code__.replace(nothing=3)
except TypeError as error:
    print(type(error).__name__)
try:
    plain.__code__.co_name = "x"
except AttributeError as error:
    print(error)
lines = {line for start, end, line in plain.__code__.co_lines() if line is not None}
print(lines <= set(range(3, 8)), all(len(p) == 4 for p in plain.__code__.co_positions()))

# An exception of code that exec runs, through functions of both kinds.
# wasm: yes
source = """
def divide(a, b):
    return a / b

def each(f, items):
    return [f(i) for i in items]
"""
space = {}
exec(compile(source, "made.py", "exec"), space)


def inverse(x):
    return space["divide"](1, x)


try:
    space["each"](inverse, [1, 0])
except ZeroDivisionError as e:
    raise ValueError("no inverse") from e

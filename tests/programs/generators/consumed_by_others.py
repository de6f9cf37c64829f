# Generator expressions given to functions of the module that have the names of built-ins.


def set(g):
    return "a function of the module", [*g]


print(set(x for x in [1]))
all = print
all("any", any(x for x in []), all)


def bind():
    global tuple
    result = tuple(x for x in "ab")
    tuple = lambda g: ("bound", *g)
    return result, tuple(x for x in "cd")


print(bind())
del tuple
print(tuple(x for x in "ef"))


def failing(g):
    raise ValueError("not consumed")


sum = failing
try:
    sum(1 // x for x in [0])
except ValueError as error:
    print(error)

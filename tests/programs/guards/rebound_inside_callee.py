# The called function rebinds the name that the loop calls it through.
# wasm: yes


def first(x):
    global work
    if x == 120:
        work = second
    return x + 1


def second(x):
    global work
    if x > 500:
        work = third
    return x + 2


def third(x):
    return str(x)


work = first


def hot(n):
    x = 0
    kinds = []
    for _ in range(n):
        x = work(x)
        kind = type(x).__name__
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return x, kinds


print(hot(100), work.__name__)
print(hot(300), work.__name__)
print(hot(400), work.__name__)
work = first
print(hot(100), work.__name__)


def argument(x):
    global callee
    callee = lambda value: ("new", value)
    return x


def callee(value):
    return ("old", value)


def order():
    # The function is looked up before its arguments are evaluated.
    return callee(argument(1))


print(order(), order())

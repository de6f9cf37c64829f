# wasm: yes
# Generators that fail when they are dropped.
def failing():
    try:
        yield 1
    finally:
        raise ValueError("at the end of the generator")


def chained():
    try:
        yield 1
    except GeneratorExit as exit:
        raise KeyError("chained") from exit


def drop(make):
    g = make()
    next(g)


drop(failing)
drop(chained)
print("done")

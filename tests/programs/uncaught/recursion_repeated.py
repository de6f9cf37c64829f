# wasm: yes
# Lines repeat exactly three, four and five times.
def down(n, then):
    if n == 0:
        return then()
    return down(n - 1, then)


def fail():
    raise ValueError("bottom")


def chain(lengths):
    first, *rest = lengths
    if rest:
        down(first, lambda: chain(rest))
    else:
        down(first, fail)


chain([2, 3, 4, 5, 10])

# Finalisers that run in the middle of a loop rebind globals, patch classes and change lists.
# wasm: yes


def step(x):
    return x + 1


def faster(x):
    return x + 100


class Trap:
    def __init__(self, action):
        self.action = action

    def __del__(self):
        self.action()


def rebind():
    global step
    step = faster


def hot(n, trap):
    total = 0
    for i in range(n):
        if i == n // 2:
            trap = None
        total = step(total)
    return total


print(hot(300, None), step.__name__)
traps = [Trap(rebind)]
print(hot(300, None), step.__name__)


def drop(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            traps.pop()
        total = step(total)
    return total


print(drop(300), step.__name__)


class Cell:
    def __init__(self):
        self.v = 1

    def get(self):
        return self.v


def patch():
    Cell.get = lambda self: 0.5


def methods(n):
    cell = Cell()
    holder = [Trap(patch)]
    total = 0
    for i in range(n):
        if i == 100:
            holder[0] = i
        total += cell.get()
    return total


print(methods(300))


def shrinking(n):
    items = list(range(n))
    items[10] = Trap(items.clear)
    out = 0
    i = 0
    while i < len(items):
        if i == 10:
            items[10] = 0
        out += 1
        i += 1
    return out, items


print(shrinking(300))


def overwriting(n):
    x = Trap(lambda: seen.append("gone"))
    seen = []
    for i in range(n):
        x = i
        seen.append(x)
    return seen[:2], len(seen)


print(overwriting(300))


def attribute(n):
    cell = Cell()
    cell.v = Trap(lambda: setattr(cell, "w", "from finaliser"))
    for i in range(n):
        cell.v = i
    return cell.v, cell.w


print(attribute(300))


def restored(n):
    cell = Cell()
    cell.v = Trap(lambda: cell.__dict__.pop("v"))
    for i in range(n):
        cell.v = i
    return cell.__dict__


print(restored(300), restored(1))

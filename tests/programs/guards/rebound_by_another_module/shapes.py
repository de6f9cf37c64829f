SCALE = 2


def scale(x):
    return x * SCALE


def total(n):
    result = 0
    for i in range(n):
        result = result + scale(i)
    return result


def total_with(n, hook):
    result = 0
    for i in range(n):
        hook(i)
        result = result + scale(i)
    return result


class Box:
    def __init__(self, size):
        self.size = size

    def double(self):
        return self.size * 2


def boxes(n):
    result = 0
    for i in range(n):
        result += Box(i).double()
    return result

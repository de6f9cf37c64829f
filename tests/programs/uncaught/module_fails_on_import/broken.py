LIMIT = 3


def compute(n):
    return 10 // n


VALUES = [compute(n) for n in range(LIMIT, -1, -1)]

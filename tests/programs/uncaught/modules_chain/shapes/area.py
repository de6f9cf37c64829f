from .units import unit


class AreaError(ArithmeticError):
    pass


def square(a):
    return f"{a * a} {unit()}"


def circle(r):
    return r * r * unit()["pi"]

"""No syntax trees: the places that traceback looks for in an expression are not found."""


def parse(*args, **kwargs):
    raise SyntaxError("needs ast")

"""Docstring of helper."""
print("helper runs", __name__, __doc__)
CONSTANT = [1, 2]
counter = 0
def double(x):
    return x * 2
def quadruple(x):
    return double(double(x)) if not isinstance(double(x), str) else double(x)
def bump():
    global counter
    counter += 10
    return counter
class Thing:
    def name(self):
        return f"{type(self).__name__} of {__name__}"

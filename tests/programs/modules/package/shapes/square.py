from shapes.base import Shape
from .util import numbers as n
class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return n.power(self.s, 2)

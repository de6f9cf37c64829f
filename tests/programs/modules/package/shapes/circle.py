from .base import Shape
from .util.numbers import PI
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return PI * self.r ** 2

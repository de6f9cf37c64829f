from ..base import Shape
from .numbers import power
def shout(s): return s.upper() + "!" * power(2, 1) + Shape.__name__

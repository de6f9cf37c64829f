# float() asks the __float__ of a subclass of float; arithmetic, math and formatting take the number that it is.
# wasm: yes
import math


class Own(float):
    def __float__(self):
        return 2.5


class Plain(float):
    pass


class Wrong(float):
    def __float__(self):
        return "text"


class Raising(float):
    def __float__(self):
        raise ValueError("no float")


for kind in Own, Plain, Wrong, Raising:
    value = kind(9.0)
    print(kind.__name__, value == 9.0, value + 1, math.sqrt(value), f"{value:.1f}", round(value), int(value))
    for make in float, kind, complex:
        try:
            print(type(make(value)).__name__, repr(make(value)))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)

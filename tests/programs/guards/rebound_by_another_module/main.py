# Another module assigns and deletes a module's functions, constants and methods while its loops use them.
# wasm: yes
import shapes


def change(i):
    if i == 150:
        shapes.scale = negative
    elif i == 200:
        shapes.scale = original
    elif i == 250:
        shapes.SCALE = 0.5


def negative(x):
    return -x


original = shapes.scale
print(shapes.total(300), shapes.boxes(300))
print(shapes.total_with(300, change))
print(shapes.total(300))
shapes.SCALE = 10 ** 20
print(shapes.total(300))
shapes.SCALE = "ab"
try:
    shapes.total(300)
except TypeError as error:
    print(error)
shapes.SCALE = 2
shapes.Box.double = lambda self: self.size - 1
print(shapes.boxes(300))


class Other:
    def __init__(self, size):
        self.size = [size]

    def double(self):
        return len(self.size)


shapes.Box = Other
print(shapes.boxes(300))
del shapes.scale
try:
    shapes.total(3)
except NameError as error:
    print(error)
shapes.scale = negative
print(shapes.total(300))

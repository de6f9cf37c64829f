# wasm: yes
# A package with submodules, relative imports, names in __init__.
import shapes
print(shapes.__name__, shapes.VERSION, sorted(n for n in dir(shapes) if not n.startswith("_")))
from shapes import Circle, square
from shapes.square import Square
import shapes.util.text
import shapes.util.text as t
print(Circle(2).area(), Square(3).area(), square.Square is Square, shapes.square is square)
print(shapes.util.text.shout("hi"), t.__name__, t.__package__, shapes.__package__, __package__)
print(shapes.total([Circle(1), Square(2)]))
from shapes.util import text, LEVEL
from shapes import util as u
print(text is t, LEVEL, u.text.shout("x"), u.UP)
try:
    import shapes.nothing_here
except ModuleNotFoundError as error:
    print(error)
try:
    from shapes import nothing_here
except ImportError as error:
    print(str(error).split(" (")[0])
print(hasattr(shapes, "late"))
import shapes.late
print(shapes.late.value, hasattr(shapes, "late"))

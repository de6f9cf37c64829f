# wasm: yes
# Exceptions that pass several modules, in a package and out of it.
import loader
from shapes import area

print(area.square(3))
try:
    loader.load("circle")
except loader.LoadError as error:
    print(error, error.__class__.__module__)
    error.add_note("added by main")
    raise area.AreaError("no area") from error

# wasm: yes
# Importing a module of the program: once, in order, with its names.
print("main starts", __name__)
import helper
import helper as again
from helper import double, CONSTANT as c
print(helper.double(4), double(5), c, again is helper, helper.__name__)
helper.counter += 1
print(helper.counter, again.counter, helper.bump(), helper.counter)
double = lambda x: "shadowed"
print(double(1), helper.double(1), helper.quadruple(2))
helper.double = lambda x: "patched"
print(helper.quadruple(2))
try:
    helper.missing
except AttributeError as error:
    print(error)
try:
    from helper import missing
except ImportError as error:
    print(str(error).split(" (")[0], error.name)
print(helper.Thing().name(), helper.Thing.__module__, repr(helper.Thing))

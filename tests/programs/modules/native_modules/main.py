# wasm: yes
# Modules that the runtime implements, imported in every way: only those that a program may import are linked.
import helper

print(helper.names())

for name in "math", "".join(["iter", "tools"]), "_heapq", "heapq", "_functools", "operator", "gc", "time", "sys":
    module = __import__(name)
    print(module.__name__, type(module).__name__)

try:
    __import__("no_such_module")
except ModuleNotFoundError as error:
    print(error, error.name)

import sys
print("math" in sys.modules, sys.modules["math"] is __import__("math"))

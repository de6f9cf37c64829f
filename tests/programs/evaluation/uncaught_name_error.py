# NameErrors of code compiled at run time, with suggestions from what it can see.
# wasm: yes
counter = 1
try:
    eval("countr + 1")
except NameError as e:
    print(e)
exec("def outer():\n    value = 1\n    def inner():\n        return valeu + value\n    return inner()\nouter()")

# wasm: yes
# difference: a traceback does not keep the variables of the functions that an exception left; they die on the way out
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
def fails():
    r = R("local of fails")
    raise ValueError("v")
try:
    fails()
except ValueError as error:
    print("handling", error)
print("after handler")

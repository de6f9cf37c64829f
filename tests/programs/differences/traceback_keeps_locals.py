# differs: a traceback does not keep the variables of the frames that it names
# CPython ends the local of fails() when the handler is left, because the traceback holds its frame.
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

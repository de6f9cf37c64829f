# Globals are finalised also when an exception ends the program.
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
keep = R("keep")
def f():
    local = R("local")
    raise RuntimeError("end")
f()

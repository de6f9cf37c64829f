# Globals are finalised after sys.exit.
import sys
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
keep = R("keep")
def f():
    local = R("local")
    sys.exit(2)
f()

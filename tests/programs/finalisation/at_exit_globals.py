# What is alive at the end: module globals are finalised after the last statement.
class R:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
first = R("first")
second = R("second")
items = [R("in list")]
print("last statement")

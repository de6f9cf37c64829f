# A cycle with one finaliser, dropped and left to the end.
class R:
    def __init__(self): self.me = self
    def __del__(self): print("del in cycle")
r = R()
del r
print("end of program")

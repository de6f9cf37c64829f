# Exceptions of finalisers when the program ends by an exception itself.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)
        if self.name == "b":
            raise ValueError(self.name)


def work():
    Noisy("a")
    raise KeyError("work")


keep = Noisy("b")
try:
    work()
except KeyError:
    print("handled")
raise RuntimeError("the end")

# An object that saves itself in __del__ lives on; __del__ is not called again.
saved = []
class R:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        saved.append(self)
r = R(1)
del r
print(len(saved), saved[0].n)
saved.clear()
print("cleared", len(saved))

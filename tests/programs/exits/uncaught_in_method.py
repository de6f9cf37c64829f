# Out of a method, a comprehension and a lambda; multi-line message: last line counts.
class Account:
    def __init__(self, items): self.items = items
    def check(self):
        return [self.one(i) for i in self.items]
    def one(self, i):
        if i < 0:
            raise ValueError("first line\nsecond line of " + str(i))
        return i
print(Account([1, 2]).check())
print((lambda a: a.check())(Account([1, -2])))

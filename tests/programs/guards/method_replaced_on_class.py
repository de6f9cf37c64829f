# Methods are replaced on the class, before, in the middle of and after loops that call them.
# wasm: yes


class Account:
    def __init__(self, amount):
        self.amount = amount

    def add(self, x):
        self.amount += x
        return self.amount

    def get(self):
        return self.amount


def hot(account, n):
    total = 0
    for i in range(n):
        account.add(i)
        total += account.get()
    return total


def changing(account, n):
    total = 0
    for i in range(n):
        if i == n // 3:
            Account.get = lambda self: self.amount / 2
        elif i == 2 * n // 3:
            Account.get = original_get
            Account.add = lambda self, x: None
        account.add(i)
        total += account.get()
    return total


original_get, original_add = Account.get, Account.add
print(hot(Account(0), 300))
print(changing(Account(0), 300))
print(hot(Account(5), 300))
Account.add = original_add
print(hot(Account(5), 300))
setattr(Account, "get", lambda self: 1)
print(hot(Account(5), 300))


class Callable:
    def __call__(self, *arguments):
        return len(arguments)


Account.get = Callable()
print(hot(Account(5), 300))
Account.get = staticmethod(lambda: 7)
print(hot(Account(5), 300))
Account.get = classmethod(lambda cls: len(cls.__name__))
print(hot(Account(5), 300))
Account.get = len
try:
    hot(Account(5), 300)
except TypeError as error:
    print(error)
Account.get = original_get
account = Account(1)
bound = account.get
Account.get = lambda self: "changed"
print(bound(), account.get())

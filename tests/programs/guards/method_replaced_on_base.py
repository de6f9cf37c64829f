# A method of a base class is replaced, or a class between gets one, while a loop calls it on the leaf.
# wasm: yes


class Root:
    def value(self):
        return 1

    def name(self):
        return "root"


class Middle(Root):
    pass


class Leaf(Middle):
    def twice(self):
        return self.value() * 2


def hot(x, n):
    total = 0
    for _ in range(n):
        total += x.value() + x.twice() + len(x.name())
    return total


def during(x, n, action):
    total = 0
    for i in range(n):
        if i == n // 2:
            action()
        total += x.value() + x.twice() + len(x.name())
    return total


leaf = Leaf()
print(hot(leaf, 300))
print(during(leaf, 300, lambda: setattr(Root, "value", lambda self: 10)))
print(hot(leaf, 300))
print(during(leaf, 300, lambda: setattr(Middle, "value", lambda self: 0.25)))
print(hot(leaf, 300))
print(during(leaf, 300, lambda: setattr(Leaf, "value", lambda self: 3)))
print(hot(leaf, 300), Leaf().name())
print(during(leaf, 300, lambda: delattr(Leaf, "value")))
print(during(leaf, 300, lambda: delattr(Middle, "value")))
print(during(leaf, 300, lambda: setattr(Root, "name", lambda self: "")))
print(hot(leaf, 300))
del Root.value
try:
    hot(leaf, 300)
except AttributeError as error:
    print(error)
Root.__getattr__ = lambda self, name: lambda: 1000
print(hot(leaf, 300))

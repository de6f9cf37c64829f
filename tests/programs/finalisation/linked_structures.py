# wasm: yes
# Long chains are freed without deep recursion.
class Node:
    def __init__(self, next): self.next = next
head = None
for i in range(200000):
    head = Node(head)
print("built")
head = None
print("freed")
nested = ()
for i in range(100000):
    nested = (nested,)
del nested
print("tuples freed")
d = {}
for i in range(50000):
    d = {"d": d}
d = 1
print("dicts freed")
def gen(inner):
    if inner is not None:
        yield from inner
    yield 1
g = None
for i in range(500):
    g = gen(g)
print(next(g))
g = None
f = lambda: 0
for i in range(20000):
    f = (lambda h: lambda: h)(f)
f = None
print("closures freed")

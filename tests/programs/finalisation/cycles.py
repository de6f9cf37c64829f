# Cyclic garbage in many forms; the program ends well and nothing is printed twice.
class Node:
    def __init__(self, name): self.name, self.links = name, []
def ring(n):
    nodes = [Node(i) for i in range(n)]
    for i, node in enumerate(nodes):
        node.links.append(nodes[(i + 1) % n])
    return nodes[0].name
for i in range(50):
    ring(10)
a = []
a.append(a)
d = {}
d["d"] = d
def f():
    def g(): return g
    return 5
f()
class C:
    def __init__(self): self.me = self
    def method(self): pass
c = C()
c.bound = c.method
class K: pass
K.itself = K
K.instance = K()
def gen():
    yield me
me = gen()
e = ValueError("x")
e.self = e
try:
    raise e
except ValueError as error:
    error.tb = error.__traceback__
t = ([],)
t[0].append(t)
parent, child = Node("parent"), Node("child")
parent.child, child.parent = child, parent
def local_class():
    class L:
        def m(self): return L
    return L().m().__name__
print(local_class())
l1, l2 = [1], [2]
l1.append(l2)
l2.append(l1)
print(l1, len(d), parent.child.parent.name)
total = 0
for i in range(2000):
    x = [i]
    x.append(x)
    total += len(x)
print(total)

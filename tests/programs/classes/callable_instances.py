# wasm: yes
# __call__ on instances and class objects as values.
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x, *, scale=1):
        total = 0
        for k in self.c:
            total = total * x + k
        return total * scale
p = Poly(1, 2, 3)
print(p(2), p(2, scale=10), callable(p), callable(Poly), list(map(p, range(3))), p.__call__(1))
try:
    p()
except TypeError as error:
    print(error)
try:
    p(1, 2)
except TypeError as error:
    print(error)
p.__call__ = lambda x: "instance"
print(p(2), p.__call__(2))
classes = {"int": int, "list": list, "Poly": Poly}
print({k: c() for k, c in classes.items() if k != "Poly"}, classes["Poly"](5)(0))
class Meta:
    def make(self, cls, *args): return cls(*args)
print(Meta().make(str, 5), Meta().make(complex_free := dict, [("a", 1)]), complex_free)
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.next
n = None
for v in (3, 2, 1):
    n = Node(v, n)
print(list(n), n.next.next.value, sum(n))
Poly.__call__ = lambda self, x: "patched"
print(p(1), Poly(1)(2))
del Poly.__call__
try:
    p(1)
except TypeError as error:
    print(error)

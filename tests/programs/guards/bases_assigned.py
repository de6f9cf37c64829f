# C.__bases__ = … changes methods and attributes that loops use.
# wasm: yes


class A:
    kind = "a"

    def value(self):
        return 1


class B:
    kind = "b"

    def value(self):
        return 20

    def extra(self):
        return 5


class C(A):
    def run(self):
        return self.value() + len(self.kind)


class D(C):
    def run(self):
        return super().run() * 2


def hot(x, n):
    total = 0
    for _ in range(n):
        total += x.run()
    return total


def changing(x, n):
    total = 0
    for i in range(n):
        if i == n // 2:
            C.__bases__ = (B,)
        total += x.run()
    return total


c, d = C(), D()
print(hot(c, 300), hot(d, 300))
print(changing(d, 300))
print(hot(c, 300), hot(d, 300), isinstance(d, A), isinstance(d, B), d.extra())
C.__bases__ = (A, B)
print(hot(c, 300), hot(d, 300), [k.__name__ for k in D.__mro__])
C.__bases__ = (B, A)
print(hot(c, 300), hot(d, 300), [k.__name__ for k in D.__mro__])
B.value = lambda self: 0.5
print(hot(c, 300), hot(d, 300))
try:
    C.__bases__ = ()
except TypeError as error:
    print(error)
try:
    C.__bases__ = (D,)
except TypeError as error:
    print(error)
C.__bases__ = (A,)
print(hot(c, 300), hot(d, 300), issubclass(D, B))

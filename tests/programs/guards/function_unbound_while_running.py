# Functions delete the last reference to themselves while they run: a global, a method, a generator method.
# wasm: yes


def make(x):
    def inner(n):
        global f
        del f
        junk = [object() for _ in range(50)]
        keep = [lambda: i for i in range(20)]
        return x + [n, len(junk), len(keep)]

    return inner


f = make([1, 2])


def call(n):
    return f(n)


print(call(3))


def mk(y):
    class C:
        def __init__(self):
            self.v = 5

        def m(self, n):
            del C.m
            junk = [lambda: i for i in range(20)]
            return [y, n, self.v, len(junk)]

        def gen(self, n):
            del C.gen
            junk = [lambda: i for i in range(20)]
            yield [y, n, self.v, len(junk)]

    return C


K = mk([8])


def callm(n):
    c = K()
    return c.m(n)


def callg(n):
    c = K()
    return list(c.gen(n))


print(callm(4))
print(callg(4))


def rec(n):
    global rec
    if n == 3:
        rec = None
    junk = [lambda: n for i in range(3)]
    return n if n <= 3 else rec(n - 1) + len(junk)


print(rec(10))

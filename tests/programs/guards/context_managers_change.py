# with in a loop while __enter__ and __exit__ are replaced and their results change type.
# wasm: yes


class Scope:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        return 1

    def __exit__(self, kind, value, traceback):
        self.log.append(kind.__name__ if kind else None)
        return False


def hot(n, scope):
    total = 0
    for i in range(n):
        with scope as x:
            total += x
    return total


def raising(n, scope):
    total = 0
    for i in range(n):
        try:
            with scope as x:
                total += x
                if i % 3 == 0:
                    total += 1 // 0
                total += 10
        except ZeroDivisionError:
            total += 1000
    return total


log = []
scope = Scope(log)
print(hot(300, scope), len(log), raising(300, scope), log[-3:])
Scope.__enter__ = lambda self: 0.5
print(hot(300, scope))
Scope.__exit__ = lambda self, *details: True
print(raising(300, scope))
Scope.__exit__ = lambda self, *details: []
print(raising(300, scope))
scope.__enter__ = lambda: 10 ** 6
print(hot(3, scope))


def exit_later(self, *details):
    Scope.__exit__ = lambda self, *details: log.append("second") or True
    return False


Scope.__exit__ = exit_later
print(raising(6, scope), log[-1])
Scope.__enter__ = lambda self: "s"
try:
    hot(1, scope)
except TypeError as error:
    print(error)
print(log[-1])
Scope.__exit__ = lambda self, *details: False
try:
    hot(1, scope)
except TypeError as error:
    print(error)
for name in ("__exit__", "__enter__"):
    delattr(Scope, name)
    try:
        hot(1, scope)
    except TypeError as error:
        print(error)


def leaving(n):
    out = 0
    for i in range(n):
        with Counting() as c:
            if i % 2:
                continue
            out += c
            if i > 200:
                break
    return out, Counting.exits


class Counting:
    exits = 0

    def __enter__(self):
        return Counting.exits

    def __exit__(self, *details):
        Counting.exits += 1


print(leaving(300))

# Instance attributes are added, deleted and added again in other orders while loops read them.
# wasm: yes


class Node:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class Late:
    pass


def hot(x, n):
    total = 0
    for _ in range(n):
        total += x.a * 2 + x.b
    return total


def changing(x, n):
    total = 0
    missing = 0
    for i in range(n):
        if i % 50 == 10:
            del x.a
        if i % 50 == 20:
            x.a = i
        if i % 70 == 30:
            del x.b
            x.c = "c"
            x.b = 0.5
        try:
            total += x.a * 2 + x.b
        except AttributeError as error:
            missing += 1
            if missing == 1:
                print(error)
    return total, missing


x = Node(1, 2)
print(hot(x, 300))
print(changing(x, 300), x.__dict__)
y = Node(1, 2)
del y.a
y.a = 3
print(hot(y, 300), list(y.__dict__))
z = Late()
z.b = 1
z.a = 2
print(hot(z, 300))
for name in ("p", "q", "r", "s"):
    setattr(z, name, 0)
print(hot(z, 300), list(vars(z)))
for name in ("p", "b", "r"):
    delattr(z, name)
z.b = 7
print(hot(z, 300), list(vars(z)))
del z.a
try:
    hot(z, 300)
except AttributeError as error:
    print(error)
try:
    del z.a
except AttributeError as error:
    print(error)
Late.a = 100
print(hot(z, 300))
del Late.a

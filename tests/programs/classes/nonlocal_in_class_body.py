# wasm: yes
"""A class body binds a nonlocal name in the function around it, and reads it from its own namespace first."""


def counted(x):
    class Counter:
        nonlocal x
        x += 1

        def get(self):
            return x

        def step(self):
            nonlocal x
            x += 10
            return x
    return Counter, x


kind, x = counted(0)
print(x, kind().get(), kind().step(), kind().get(), "x" in vars(kind))


def looks_up():
    y = 1

    class C:
        nonlocal y
        y = 2
        locals()["y"] = 3
        direct = y
        values = [(i, y) for i in range(2)]
    return C.direct, C.values, y


print(looks_up())


def deletes():
    z = 1

    class C:
        nonlocal z
        del z
    try:
        return z
    except NameError as error:
        return str(error)


print(deletes())
print([(c := 1) for a, (*b, c[0], d.i) in []])

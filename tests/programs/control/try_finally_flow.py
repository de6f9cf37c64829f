# wasm: yes
# return, break, continue and exceptions through finally.
def a():
    try:
        return "try"
    finally:
        print("finally a")
def b():
    try:
        return "try"
    finally:
        return "finally wins"
def c():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "c"
def d():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"
def e():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("finally e1")
    except ValueError as error:
        return f"caught {error}"
    finally:
        print("finally e2")
def f():
    try:
        try:
            return "value"
        finally:
            raise KeyError("from finally")
    except KeyError as error:
        return f"caught {error}"
def g():
    while True:
        try:
            return 1
        finally:
            break
    return 2
def h():
    x = 1
    try:
        return x
    finally:
        x = 2
def i():
    out = []
    for n in range(4):
        try:
            try:
                if n == 0:
                    continue
                if n == 3:
                    raise IndexError(n)
                out.append(n)
            finally:
                out.append(f"f{n}")
        except IndexError as error:
            out.append(f"e{error}")
        else:
            out.append(f"else{n}")
    return out
def j():
    try:
        pass
    except ValueError:
        print("no")
    else:
        return "else return"
    finally:
        print("finally j")
def k(n):
    try:
        if n == 0:
            return "zero"
        1 / (n - 1)
    except ZeroDivisionError:
        return "one"
    else:
        return "else"
    finally:
        print("k", n)
for fn in (a, b, c, d, e, f, g, h, i, j):
    print(fn.__name__, fn())
print(k(0), k(1), k(2))

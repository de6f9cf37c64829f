# wasm: yes
# Loops, try, with, match and generators inside each other, with every way out.
log = []


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        log.append(f"+{self.name}")
        return self.name

    def __exit__(self, kind, value, traceback):
        log.append(f"-{self.name}{'!' if kind else ''}")
        return self.swallow


def flush():
    print(" ".join(map(str, log)))
    log.clear()


def breaking(limit):
    for i in range(5):
        with Manager(i) as name, Manager(f"{i}b"):
            try:
                if i == limit:
                    break
                if i % 2:
                    continue
                log.append(name)
            finally:
                log.append("f")
    else:
        log.append("else")
    return i


for limit in (0, 3, 9):
    print(breaking(limit))
    flush()


def returning(n):
    while True:
        with Manager("w", swallow=True):
            try:
                match n:
                    case 0:
                        return "zero"
                    case int() if n < 0:
                        raise ValueError(n)
                    case [x, *rest]:
                        return x, rest
                    case {"key": value, **others}:
                        return value, others
                    case str() as text:
                        n = len(text)
                        continue
                    case _:
                        break
            except ValueError:
                n = 0
                raise
            finally:
                log.append("f")
    return "broken"


for value in (0, -1, [1, 2, 3], {"key": 1, "b": 2}, "abc", "", 3.5):
    print(returning(value))
    flush()


def generating():
    try:
        for i in range(3):
            try:
                with Manager(f"g{i}"):
                    received = yield i
                    if received:
                        raise received
            except KeyError as error:
                log.append(repr(error))
                yield "recovered"
    finally:
        log.append("end")


g = generating()
print(next(g), g.send(None), g.send(KeyError("k")), next(g, "done"))
flush()
g = generating()
next(g)
try:
    g.throw(OSError("out"))
except OSError as error:
    log.append(repr(error))
flush()
g = generating()
next(g)
g.close()
flush()


def overriding():
    for i in range(4):
        try:
            if i == 1:
                return "from try"
            if i == 2:
                raise ValueError
        except ValueError:
            return "from except"
        finally:
            if i == 1:
                continue
            if i == 3:
                return "from finally"
            log.append(i)
    return "end"


print(overriding())
flush()


def nested_loops():
    found = []
    for a in range(4):
        for b in range(4):
            if b > a:
                break
            if (a + b) % 3 == 0:
                continue
            for c in (a, b):
                if c == 3:
                    break
            else:
                found.append((a, b))
        else:
            found.append(a)
    return found


print(nested_loops())


def walrus_loops(data):
    total = 0
    while (chunk := data[:2]) and (data := data[2:]) is not None:
        if any((big := n) > 8 for n in chunk):
            total += big
            continue
        total += sum(chunk)
    return total, chunk, data


print(walrus_loops([1, 2, 3, 9, 5]))

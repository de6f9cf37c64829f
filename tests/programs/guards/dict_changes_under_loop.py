# Dicts and sets change size, keys and value types while loops run over them.
# wasm: yes


def total(table):
    result = 0
    for k in table:
        result += table[k]
    return result


def adding(table):
    try:
        for k in table:
            table[k + 1000] = 0
    except RuntimeError as error:
        return str(error)


def deleting(table):
    try:
        for k in table:
            del table[k]
    except RuntimeError as error:
        return str(error), len(table)


def replacing(table):
    n = 0
    for k in table:
        table[k] = str(table[k])
        n += len(table[k])
    return n


def swap_key(table):
    out = []
    try:
        for k in table:
            out.append(k)
            value = table.pop(k)
            table[k + 10000] = value
            if len(out) > 20:
                break
    except RuntimeError as error:
        out.append(str(error))
    return out[:2], out[-1]


def set_changing(items):
    try:
        for x in items:
            items.add(x + 1000)
    except RuntimeError as error:
        return str(error)


def values_changing(table):
    n = 0
    for k, v in table.items():
        table[k] = v + 0.5
        n += v
    return n, sum(table.values())


def keys_of_kinds(keys):
    table = {}
    for k in keys:
        table[k] = table.get(k, 0) + 1
    return table


big = {i: i for i in range(300)}
print(total(big), total({"a": 1, 2: 0.5, (1,): 2 ** 60}), adding(dict(big)), deleting(dict(big)), adding({}), deleting({}))
print(replacing(dict(big)), set_changing(set(range(5))), values_changing(dict(big)))
print(keys_of_kinds(list(range(5)) * 60), keys_of_kinds([1, 1.0, True, 2 ** 60, 2.0 ** 60, "1", b"1", None, (1,), 0, -0.0]))
print(keys_of_kinds([-1, -2, 2 ** 61 - 1, 2 ** 61, 2 ** 61 - 2, 0]), keys_of_kinds("hello"))
for bad in ([], {}, set()):
    try:
        keys_of_kinds([1, bad])
    except TypeError as error:
        print(error)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n or other == "any"


table = {Key(i): i for i in range(20)}
print(len(table), table[Key(7)], Key(21) in table, table.get(Key(3)), total({Key(i % 5): 1 for i in range(300)}))
Key.__eq__ = lambda self, other: True
Key.__hash__ = lambda self: 5
print(len(keys_of_kinds([Key(1), Key(2), Key(3)])))


class Raising:
    def __hash__(self):
        raise ValueError("no hash")


try:
    keys_of_kinds([1, Raising()])
except ValueError as error:
    print(error)
print(swap_key({i: i for i in range(3)}))

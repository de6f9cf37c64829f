# A dict subclass with __missing__, __getitem__, __setitem__, __contains__, get where dicts were seen.
# wasm: yes


class Default(dict):
    def __missing__(self, key):
        return len(self)


class Adding(dict):
    def __missing__(self, key):
        self[key] = value = []
        return value


class Doubling(dict):
    def __getitem__(self, key):
        return dict.__getitem__(self, key) * 2


class Storing(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, str(key), value)


class Denying(dict):
    def __contains__(self, key):
        return False

    def get(self, key, default=None):
        return default

    def __iter__(self):
        return iter(["only"])

    def items(self):
        return [("k", 1)]


def read(table, keys):
    total = 0
    misses = 0
    for key in keys:
        try:
            total += table[key]
        except KeyError:
            misses += 1
    return total, misses


def count(table, words):
    for w in words:
        if w in table:
            table[w] += 1
        else:
            table[w] = 1
    return sorted(dict(table).items(), key=str)


def tally(table, words):
    for w in words:
        table[w] = table.get(w, 0) + 1
    return sorted(dict(table).items(), key=str)


def walk(table):
    out = []
    for k in table:
        out.append(k)
    for k, v in table.items():
        out.append((k, v))
    return out


keys = ["a", "b", "c"] * 100
for kind in (dict, Default, Doubling, Storing, Denying):
    print(kind.__name__, read(kind(a=1, b=2), keys), count(kind(), keys), tally(kind(), keys), walk(kind(x=1)))
groups = Adding()
for i in range(300):
    groups[i % 3].append(i)
print([len(groups[k]) for k in groups], groups.get(5), 5 in groups, len(groups))
plain = Default(a=1)
Default.__missing__ = lambda self, key: 0.5
print(read(plain, keys))
del Default.__missing__
print(read(plain, keys))
Default.__getitem__ = lambda self, key: 3
print(read(plain, keys), plain["nothing"], plain.get("nothing"))
del Default.__getitem__
plain.__dict__["__missing__"] = lambda key: 1
print(read(plain, keys))
print(read({"a": 1, "b": 2.5, "c": 2 ** 70}, keys), read({}, keys))

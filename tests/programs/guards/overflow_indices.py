# Indices of lists, tuples, strings and bytes: negative, past the end, beyond 64 bits, of other types.
# wasm: yes


def get(items, indices):
    out = []
    for i in indices:
        try:
            out.append(items[i])
        except (IndexError, TypeError) as error:
            out.append(str(error))
    return out


def put(items, indices):
    errors = []
    for n, i in enumerate(indices):
        try:
            items[i] = n
        except (IndexError, TypeError) as error:
            errors.append(str(error))
    return items, errors


class Where:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        return self.at


class Broken:
    def __index__(self):
        return "1"


values = list(range(10))
for _ in range(50):
    get(values, [0, 1, 2, 3, 4, 5])
    put(values, [0, 1, 2])
odd = [0, 9, -1, -10, 10, -11, 2 ** 31, -2 ** 31, 2 ** 48, -2 ** 48, 2 ** 63, -2 ** 63, 2 ** 64, -2 ** 64, 2 ** 100]
for items in (list(range(10)), tuple(range(10)), "abcdefghij", b"abcdefghij", "äöüßabcdef", range(10)):
    print(get(items, odd))
    print(get(items, [True, False, 1.0, "1", None, Where(3), Where(-1), Where(99), Broken()]))
print(put(list(range(10)), odd))
print(put(list(range(5)), [True, 2.0, None, Where(4), Where(2 ** 70), "0"]))
print(get([], [0, -1]), get("", [0, -1]), get((), [0, -1]))


def window(items, n):
    out = []
    i = n
    while True:
        try:
            out.append(items[i])
        except IndexError:
            return out, i
        i -= 1


print(window([1, 2, 3], 2), window("abc", 1), window((1, 2), -1))


def backwards(items):
    total = 0
    for i in range(len(items)):
        total = total * 3 + items[-i]
        total %= 1000003
    return total


print(backwards(list(range(300))), backwards([2 ** 60, 1, 5]), backwards([5]))
for i in (10 ** 30, -10 ** 30):
    print([1, 2, 3][:i], [1, 2, 3][i:], "abc"[::i], [1, 2, 3].pop(-1))
for name in ("pop", "insert"):
    try:
        getattr([1], name)(*([2 ** 70] if name == "pop" else [2 ** 70, 3]))
    except (IndexError, OverflowError) as error:
        print(type(error).__name__, error)

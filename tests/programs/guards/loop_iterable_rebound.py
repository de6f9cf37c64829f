# The name of the iterable, of range's arguments or of the iterator is rebound inside the loop.
# wasm: yes


def rebind_list(items):
    out = 0
    for x in items:
        items = None
        out += x
    return out, items


def rebind_bound(n):
    count = 0
    for i in range(n):
        n = 1
        count += 1
    return count, n


def rebind_variable(n):
    out = []
    for i in range(n):
        out.append(i)
        i = i * 1.5
        i = str(i)
    return out[-1], i


def shared_iterator(n):
    it = iter(range(n))
    out = []
    for x in it:
        out.append((x, next(it, None)))
    return out


def replaced_iterator():
    it = iter([1, 2, 3])
    out = []
    for x in it:
        out.append(x)
        it = iter("abc")
    return out, next(it)


def range_object(r):
    total = 0
    for i in r:
        for j in r:
            if i < j:
                total += i * j
    return total


def range_variable(n):
    r = range(n)
    total = 0
    for i in r:
        total += r[i] + len(r)
        if i == n // 2:
            r = [0] * n
    return total


def while_else(n):
    i = 0
    while i < n:
        i += 1
        if i == 400:
            n = 0
    else:
        return i, n
    return "broken"


print(rebind_list(list(range(300))), rebind_list((1.5, 2)), rebind_bound(300), rebind_bound(1))
print(rebind_variable(300), rebind_variable(1), shared_iterator(5), replaced_iterator())
print(range_object(range(20)), range_object([3, 2.5]), range_object("".split()), range_object({1: 2, 5: 6}))
print(range_variable(300), range_variable(1), while_else(300), while_else(500), while_else(0))
r = range(2, 300, 3)
print(r[-1], len(r), r.index(5), 8 in r, 9 in r, r[10:20:3], r == range(2, 301, 3), hash(r) == hash(range(2, 301, 3)))


def consume(it, n):
    out = []
    for x in it:
        out.append(x)
        if len(out) == n:
            break
    return out


it = iter(range(10))
print(consume(it, 3), consume(it, 2), consume(it, 100), consume(it, 1))
it = iter([1, 2.5, "x", None])
print(consume(it, 1), consume(it, 1), consume(it, 9))
it = zip(range(5), "abcdef")
print(consume(it, 2), consume(it, 9))


def nested_same(n):
    out = 0
    for i in range(n):
        for i in range(i, n):
            out += i
        out -= i
    return out, i


print(nested_same(30), nested_same(1))

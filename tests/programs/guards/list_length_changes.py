# Lists grow, shrink and are replaced while loops iterate over them or index them.
# wasm: yes


def growing(items, limit):
    n = 0
    for x in items:
        n += 1
        if len(items) < limit:
            items.append(x + 1)
    return n, len(items)


def shrinking(items):
    seen = []
    for x in items:
        seen.append(x)
        items.pop()
    return seen


def removing(items):
    seen = []
    for x in items:
        seen.append(x)
        if x % 2 == 0:
            items.remove(x)
    return seen, items


def clearing(items, at):
    n = 0
    for x in items:
        n += 1
        if n == at:
            items.clear()
    return n, items


def indexed(items, at, action):
    total = 0
    try:
        for i in range(len(items)):
            if i == at:
                action(items)
            total += items[i]
    except IndexError as error:
        return total, str(error), i
    return total


def while_loop(items):
    i = 0
    while i < len(items):
        if items[i] % 3 == 0:
            del items[i]
        else:
            i += 1
    return items


def rebinding(n):
    items = list(range(n))
    out = []
    for x in items:
        if x == 2:
            items = ["new"]
        out.append(x)
    return out, items


def inserting(items):
    n = 0
    for x in items:
        n += 1
        if n < 5:
            items.insert(0, x)
    return n, items


print(growing([1], 300), growing(list(range(300)), 0), shrinking(list(range(300)))[-1], shrinking([1, 2, 3]))
print(removing(list(range(10))), clearing(list(range(300)), 300), clearing([1, 2, 3], 1))
print(indexed(list(range(300)), -1, None), indexed(list(range(300)), 100, lambda a: a.pop()))
print(indexed(list(range(300)), 100, list.clear), indexed([1, 2, 3], 0, lambda a: a.extend([5, 6])))
print(indexed(list(range(300)), 299, lambda a: a.__setitem__(slice(None), [])))
print(indexed([1, 2, 3, 4], 2, list.reverse), indexed(list(range(5)), 1, lambda a: a.__delitem__(slice(0, 2))))
print(while_loop(list(range(20))), while_loop([3, 3, 3]), rebinding(5), inserting([1, 2]))


def iterator_outlives(items):
    it = iter(items)
    out = [next(it), next(it)]
    items.clear()
    out.append(next(it, "end"))
    items.extend([1, 2, 3, 4])
    out.append(next(it, "end"))
    return out


print(iterator_outlives([7, 8, 9]))


def alias(a):
    b = a
    n = 0
    for x in a:
        n += len(b)
        if len(b) < 10:
            b.append(n)
    return n, a is b, a


print(alias([1]))
try:
    items = [3, 1, 2]
    items.sort(key=lambda x: items.append(x) or x)
except ValueError as error:
    print(error, items)

# wasm: yes
"""Loops that do nothing but arithmetic on objects' attributes, whose variables keep objects alive before, between and
behind their turns."""


class Point:
    def __init__(self, name, x, y):
        self.name = name
        self.x = x
        self.y = y

    def __del__(self):
        print("end of", self.name)


def points(prefix, count):
    return [Point(f"{prefix}{i}", i * 1.0, i * 0.5) for i in range(count)]


def last_of(items):
    total = 0.0
    for p in items:
        total += p.x * p.y
    return total, p


def pairs_of(items, turns):
    total = 0.0
    for _ in range(turns):
        for a, b in items:
            dx = a.x - b.x
            total += dx * dx
            a.y += 0.25
        for p in items[0]:
            p.x += 0.5
    return total, a.name, b.name, p.name


def starts_with_own(items):
    p = Point("own", 1.0, 2.0)
    total = p.x
    for p in items:
        total += p.x
    print("after the loop")
    return total + p.y


def holds_the_best(items):
    best = None
    for p in items:
        if best is None or p.x * p.y > best.x * best.y:
            best = p
    return best


def swaps(items, turns):
    a, b = items[0], items[1]
    total = 0.0
    for _ in range(turns):
        a, b = b, a
        total += a.x - 2 * b.x
    return total, a.name, b.name


def breaks_off(items, limit):
    total = 0.0
    for p in items:
        if total > limit:
            break
        total += p.x
    else:
        p = None
    return total, p and p.name


def unset(items):
    try:
        for p in items:
            p.x += 1.0
        return p.name
    except UnboundLocalError as error:
        return str(error)


def ends_lists():
    result = []
    for count in 3, 1, 2:
        items = points("t", count)
        total = 0.0
        for p in items:
            total += p.x
        result.append(total)
        items = None
        print("list", count, "gone, but", p.name)
    return result


def changes_kind(items):
    total = 0.0
    seen = []
    for p in items:
        total = total + p.x
        if p.y == 1.0:
            seen.append(p)
            p.x = "text"
    return total, len(seen)


def nested(groups):
    total = 0.0
    for group in groups:
        for a in group:
            for b in group:
                total += a.x * b.y
    return total, a.name, b.name


def on_new(function, prefix, count, *rest):
    """The objects end behind the call, so that only what the loop does decides how many references they have."""
    items = points(prefix, count)
    result = function(items, *rest)
    print(function.__name__, result if not isinstance(result, Point) else result.name)
    while items:
        items.pop()


kept = points("k", 4)
print(last_of(kept)[1].name)
on_new(holds_the_best, "h", 3)
on_new(starts_with_own, "s", 2)
on_new(swaps, "w", 2, 4)
on_new(breaks_off, "b", 5, 1.0)
on_new(unset, "u", 2)
on_new(lambda items: pairs_of([(items[0], items[1])], 2), "p", 2)
on_new(lambda items: nested([items, items[:1]]), "n", 2)
print(pairs_of([(kept[0], kept[1]), (kept[2], kept[3])], 3))
print(starts_with_own(kept))
print(holds_the_best(kept).name)
print(swaps(kept, 5))
print(breaks_off(kept, 2.0), breaks_off(kept, 100.0))
print(unset(kept), unset([]))
print(ends_lists())
print(nested([kept, kept[:2]]))
kept[3].y = 1.0
try:
    print(changes_kind(kept))
    print(changes_kind(kept))
except TypeError as error:
    print(error)
try:
    last_of([kept[0], 5])
except AttributeError as error:
    print(error)
print("end")

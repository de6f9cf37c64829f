# wasm: yes
# Long random sequences of operations on dict, set and list with every result folded into a checksum that depends on
# the order of iteration.
state = 2024


def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state >> 33) % n


def fold(total, thing):
    for c in repr(thing):
        total = (total * 131 + ord(c)) % 1000000007
    return total


def key(kind):
    r = rnd(10)
    if kind == 0 or r < 4:
        return "k%d" % rnd(60)
    if kind == 1 or r < 7:
        return rnd(80) * (1, 8, 64)[rnd(3)] - 20
    return (rnd(5) / 2, (rnd(6), "t"), rnd(2) == 1, None, frozenset([rnd(4), rnd(9)]))[rnd(5)]


def attempt(function, *args):
    try:
        return function(*args)
    except (KeyError, IndexError, ValueError, TypeError, RuntimeError) as e:
        return type(e).__name__, str(e)


def dicts(kind):
    total = 0
    d, e = {}, {}
    for step in range(3000):
        op = rnd(16)
        k = key(kind)
        if op < 5:
            d[k] = step
        elif op < 8:
            total = fold(total, attempt(d.pop, k))
        elif op == 8:
            total = fold(total, attempt(d.popitem))
        elif op == 9:
            total = fold(total, d.setdefault(k, step))
        elif op == 10:
            e[k] = -step
        elif op == 11 and step % 5 == 0:
            d.update(e)
        elif op == 12 and step % 7 == 0:
            d = d | e if rnd(2) else d.copy()
        elif op == 13 and step % 11 == 0:
            total = fold(total, d.keys() & e.keys())
            total = fold(total, d.keys() ^ e.keys())
            total = fold(total, e.keys() - d.keys())
        elif op == 14:
            def change(d=d, k=k):
                for n, x in enumerate(d):
                    if n == 3:
                        d.pop(x)
                        d[k] = step
                    if n > 200:
                        break
            total = fold(total, attempt(change))
        else:
            total = fold(total, (k in d, d.get(k), len(d)))
        if step % 50 == 0:
            total = fold(total, list(d.items()))
            total = fold(total, list(reversed(d)))
    print("dict", kind, len(d), total)


def sets(kind):
    total = 0
    s, t = set(), set()
    for step in range(3000):
        op = rnd(18)
        k = key(kind)
        if op < 5:
            s.add(k)
        elif op < 8:
            s.discard(k)
        elif op == 8:
            total = fold(total, attempt(s.pop))
        elif op == 9:
            total = fold(total, attempt(s.remove, k))
        elif op < 12:
            t.add(k)
        elif op == 12:
            s = (s | t, s & t, s - t, s ^ t)[rnd(4)]
            if len(s) < 4:
                s |= {rnd(100) for _ in range(30)}
        elif op == 13:
            s.update(range(rnd(40), rnd(90), 1 + rnd(4)))
        elif op == 14:
            s.difference_update([key(kind) for _ in range(rnd(30))])
        elif op == 15:
            s.symmetric_difference_update({key(kind): 1 for _ in range(rnd(10))})
        elif op == 16 and step % 9 == 0:
            t.clear()
            s = set(sorted(s, key=repr))
        else:
            total = fold(total, (k in s, s <= t, s.isdisjoint(t), hash(frozenset(s)) if kind == 1 else len(s)))
        if step % 20 == 0:
            total = fold(total, s)
    print("set", kind, len(s), total)


def lists():
    total = 0
    a = list(range(10))
    for step in range(4000):
        op = rnd(16)
        i, j, k = rnd(14) - 7, rnd(14) - 7, (rnd(9) - 4) or None
        if op == 0:
            a.append(rnd(100))
        elif op == 1:
            a.insert(i, rnd(100))
        elif op == 2:
            total = fold(total, attempt(a.pop, i))
        elif op == 3:
            total = fold(total, attempt(a.__setitem__, slice(i, j, k), [rnd(9) for _ in range(rnd(5))]))
        elif op == 4:
            total = fold(total, attempt(a.__delitem__, slice(i, j, k)))
        elif op == 5:
            total = fold(total, a[i:j:k])
        elif op == 6:
            a[i:j] = a[rnd(5):rnd(12)]
        elif op == 7:
            a.sort(key=lambda x: (x * 7 + step) % 13, reverse=rnd(2) == 1)
        elif op == 8:
            a.reverse()
        elif op == 9:
            a += (rnd(9), rnd(9))
        elif op == 10:
            total = fold(total, attempt(a.index, rnd(9), i, j))
        elif op == 11:
            total = fold(total, attempt(a.remove, rnd(9)))
        elif op == 12:
            a.extend(x * 2 for x in a[:3])
        elif op == 13:
            a = a * 2 if len(a) < 10 else a[: len(a) // 2]
        else:
            total = fold(total, (a.count(3), 5 in a, a < [5, 5], max(a, default=0)))
        if step % 25 == 0:
            total = fold(total, a)
        if len(a) > 60:
            del a[10:]
    print("list", len(a), total)


for kind in range(3):
    dicts(kind)
    sets(kind)
lists()

# wasm: yes
# Lists: literals, indexing, assignment, methods, errors.
a = [1, "two", 3.0, None, [5]]
print(a, len(a), a[0], a[-1], a[1:3], a[::-1], a + [6], a * 2, 2 * [0], [] * 5, 3 in a, "x" in a, [1] == [1.0], [1, 2] < [1, 3], [1] < [1, 0], [] < [0])
a.append(6); a.insert(0, 0); a.insert(100, "end"); a.insert(-1, "before"); a.extend((7, 8)); a.extend("ab")
print(a, a.index(6), a.count(6), a.pop(), a.pop(0), a.pop(-2), a)
a.remove(None); a.reverse(); print(a); b = a.copy(); b.clear(); print(a, b)
a[0] = "first"; a[-1] = "last"; a[1:3] = [10, 20, 30]; print(a)
a[::2] = ["e"] * len(a[::2]); print(a)
a[2:2] = [99]; a[len(a):] = [100]; a[:0] = [-1]; print(a)
del a[0]; del a[-1]; del a[1:3]; del a[::2]; print(a)
a += [1]; a *= 2; a += (2,); a += "z"; print(a)
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: [1][5])
attempt(lambda: [1][-2])
attempt(lambda: [].pop())
attempt(lambda: [1].pop(3))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: [1]["a"])
attempt(lambda: [1][1.0])
attempt(lambda: [1] + (2,))
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] < (1,))
attempt(lambda: [1].append())
attempt(lambda: [1].extend(5))
attempt(lambda: [].insert(0))
attempt(lambda: list(5))
attempt(lambda: hash([]))
attempt(lambda: [1, 2].index(2, 5))

# wasm: yes
# range objects: sequence behaviour without storage.
for r in (range(5), range(2, 8), range(0, 20, 3), range(5, 0, -1), range(0), range(3, 3), range(5, 2), range(-3, 4, 2), range(10, -10, -4)):
    print(r, list(r), len(r), r[::-1], r[1:], bool(r), 3 in r, sum(r), list(reversed(r)))
r = range(0, 100, 7)
print(r[0], r[-1], r[3], r[2:5], r[::2], r.index(21), r.count(21), r.count(22), 21.0 in r, "x" in r, r.start, r.stop, r.step, max(r), min(r))
print(range(3) == range(0, 3), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 1), hash(range(3)) == hash(range(0, 3, 1)), range(3) != [0, 1, 2])
big = range(10**20, 10**20 + 10, 3)
print(big, list(big), len(big), big[1], big[-1], 10**20 + 3 in big, range(2**70, 2**70 - 5, -2)[1])
for i in range(3):
    i += 10
    print(i, end=" ")
print(i)
for action in (lambda: range(1.5), lambda: range("a"), lambda: range(), lambda: range(1, 2, 0), lambda: range(3)[5], lambda: range(1, 2, 3, 4), lambda: range(3).index(7), lambda: range(3) + range(2),
               lambda: len(range(10**30))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
try:
    range(3)[0] = 1
except TypeError as error:
    print(error)

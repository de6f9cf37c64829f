# wasm: yes
# Slices of lists: every combination against a slow definition; assignment and deletion.
data = list(range(7))
limits = [None, -9, -7, -3, -1, 0, 2, 5, 7, 9]
total = 0
for start in limits:
    for stop in limits:
        for step in (None, 1, 2, 3, -1, -2, -8):
            indices = slice(start, stop, step).indices(len(data))
            assert data[start:stop:step] == [data[i] for i in range(*indices)]
            copy = data[:]
            del copy[start:stop:step]
            removed = set(range(*indices))
            assert copy == [v for i, v in enumerate(data) if i not in removed], (start, stop, step)
            total += len(removed)
print(total)
a = list(range(10)); a[2:5] = []; print(a)
a = list(range(10)); a[2:5] = "xyzw"; print(a)
a = list(range(10)); a[8:2] = [1, 2]; print(a)
a = list(range(10)); a[::-3] = "abcd"; print(a)
a = list(range(5)); a[1:3] = a; print(a)
a = list(range(5)); a[:] = (x * x for x in a); print(a)
for action in ("step", "type", "zero"):
    try:
        if action == "step":
            a[::2] = [1]
        elif action == "type":
            a[0:1] = 5
        else:
            a[::0] = []
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(slice(1, 2), slice(None), slice(1, None, -1), slice(3).stop, slice(1, 2) == slice(1, 2), slice(5, 2, 1).indices(3))

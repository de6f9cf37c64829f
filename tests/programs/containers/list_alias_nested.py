# wasm: yes
# Aliases, shared inner lists, recursive lists.
a = [1, 2]
b = a
b.append(3)
print(a, a is b, a == a[:], a is a[:])
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid)
r = [1]
r.append(r)
print(r, len(r), r[1][1][1] is r, repr([r, r]))
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [x for row in matrix for x in row], [[r[i] for r in matrix] for i in range(3)])
x = [[]] * 3
x[1] += [7]
print(x, x[0] is x[2])
p = q = []
p += [1]
print(q)
p = p + [2]
print(p, q)
r.clear()
d.clear()
t[0].clear()

# wasm: yes
# What iteration sees when the list, dict or set changes meanwhile.
a = [1, 2, 3, 4]
for x in a:
    if x < 3:
        a.append(x + 10)
    if x == 2:
        a.remove(1)
print(a)
a = [1, 2, 3, 4, 5, 6]
for x in a:
    a.remove(x)
print(a)
d = {1: "a", 2: "b"}
try:
    for k in d:
        d[k + 10] = "new"
except RuntimeError as error:
    print(error, d)
try:
    for k in d:
        del d[k]
except RuntimeError as error:
    print(error, len(d))
d = {1: "a", 2: "b"}
for k in d:
    d[k] = d[k] * 2
print(d)
try:
    for k, v in d.items():
        d.pop(k)
        d[k + 1000] = v
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as error:
    print(error)
it = iter([1, 2])
print(next(it), next(it), next(it, "done"), next(it, "done"))
b = [1]
it = iter(b)
print(list(it)); b.append(2); print(list(it))

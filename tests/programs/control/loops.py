# wasm: yes
# while, for, else, break, continue in all combinations.
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "prime")
i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    if i == 4:
        break
    print("while", i)
else:
    print("not printed")
while i < 6:
    i += 1
else:
    print("else", i)
for x in []:
    print("never")
else:
    print("empty else")
def nested():
    for a in range(3):
        for b in range(3):
            if b == 1:
                continue
            if a == 2:
                return a, b
            print(a, b)
print(nested())
for i in range(3):
    for j in range(3):
        if j == 2:
            break
    else:
        print("no")
    if i == 1:
        continue
    print(i, j)
d = {}
for d["k"] in range(3):
    pass
seq = [0, 0]
for i, seq[i] in enumerate("xy"):
    pass
print(d, seq)
while True:
    while True:
        break
    break
for i in range(3):
    try:
        if i == 1:
            continue
        if i == 2:
            break
        print("try", i)
    finally:
        print("finally", i)
for i in (1, 2):
    try:
        continue
    finally:
        for k in range(2):
            if k:
                break
        print("inner", i, k)
total = 0
for i in range(10):
    if i % 2 == 0: continue
    total += i
else:
    total *= 100
print(total, i)

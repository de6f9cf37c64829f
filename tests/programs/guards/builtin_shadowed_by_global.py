# A global of a built-in's name appears, changes and goes away while a loop uses the name.
# wasm: yes


def lengths(items, n):
    total = 0
    for i in range(n):
        total += len(items)
    return total


def sums(n):
    total = 0
    for i in range(n):
        total += sum([i, 1, 2]) + abs(-i) + max(i, 3)
    return total


def change_inside(items, n):
    total = 0
    for i in range(n):
        if i == 100:
            globals()["len"] = lambda x: 1000
        elif i == 200:
            del globals()["len"]
        total += len(items)
    return total


print(lengths([1, 2, 3], 300), sums(300))
len = lambda x: 7
print(lengths([1, 2, 3], 300))
del len
print(lengths([1, 2, 3], 300))
print(change_inside("abcd", 300))
print(lengths((1, 2), 300))


def range(n):
    yield "only"


print(lengths([1, 2, 3], 300))
try:
    sums(300)
except TypeError as error:
    print(error)
del range
sum = max
print(sums(300))
del sum
abs = str
try:
    sums(300)
except TypeError as error:
    print(error)
abs = lambda x: 0.25
print(sums(300))
del abs
max = min
print(sums(300))

# globals()['f'] = … and del globals()['f'] while a loop calls f.
# wasm: yes


def area(w, h):
    return w * h


def hot(n):
    total = 0
    for i in range(n):
        total += area(i, 2)
    return total


def hot_with_change(n, at, value):
    total = 0
    for i in range(n):
        if i == at:
            globals()["area"] = value
        total += area(i, 2)
    return total


keep = area
print(hot(400))
globals()["area"] = lambda w, h: w + h
print(hot(400))
globals()["area"] = keep
print(hot_with_change(400, 200, lambda w, h: 1.5))
print(hot(400))
del globals()["area"]
try:
    hot(400)
except NameError as error:
    print(error)
globals().update(area=keep)
print(hot(400))
globals()["area"] = 3
try:
    hot(4)
except TypeError as error:
    print(error)
globals().pop("area")
try:
    print(hot(4))
except NameError as error:
    print(type(error).__name__, error)

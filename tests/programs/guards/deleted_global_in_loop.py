# A global function and a global variable are deleted in a loop and come back.
# wasm: yes


def f(x):
    return x + 1


value = 10
keep = f


def hot(n):
    global f, value
    caught = 0
    total = 0
    for i in range(n):
        try:
            total += f(value)
        except NameError as error:
            caught += 1
            if caught == 1:
                print(error)
            f = keep
            value = i
        if i % 100 == 99:
            del f
        if i % 150 == 149:
            del value
    return total, caught


print(hot(400))
print("f" in globals(), "value" in globals())
try:
    del value
except NameError as error:
    print(error)
value = 2.5
f = keep
print(hot(350))

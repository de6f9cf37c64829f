# wasm: yes
# A global function that is no leaf is deleted between calls, and comes back as another one.


def helper(n):
    return len(str(n))


def argument():
    global helper
    del helper
    return 5


def hot(n):
    global helper
    keep = helper
    total = 0
    for i in range(n):
        try:
            total += helper(i)
            if i % 50 == 49:
                del helper
        except NameError as error:
            if total < 120:
                print(i, error)
            helper = keep if i < 200 else len
            if helper is len:
                return total, i
    return total, None


print(hot(300))


def shorter(n):
    return len(str(n)) - 1


def by_dictionary(n):
    names = globals()
    keep = names["shorter"]
    total = missing = 0
    for i in range(n):
        try:
            total += shorter(i)
        except NameError:
            missing += 1
            names["shorter"] = keep
        if i % 40 == 39:
            del names["shorter"]
    return total, missing


print(by_dictionary(200))
helper = str
# The function is looked up before its arguments are evaluated.
print(helper(argument()))
try:
    print(helper(1))
except NameError as error:
    print(error)

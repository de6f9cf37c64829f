# A plain function's name is rebound to a class, an instance, a bound method, a generator function …
# wasm: yes


def make(x):
    return x


original = make


def hot(n):
    total = 0
    for i in range(n):
        value = make(i)
        if type(value) is int:
            total += value
        else:
            total -= 1
    return total


class Thing:
    def __init__(self, x):
        self.x = x

    def method(self, x):
        return self.x * x

    def __call__(self, x):
        return x % 7


def generator(x):
    yield x


def many(*arguments):
    return len(arguments)


def defaulted(x, y=10):
    return x + y


def keyword(x, *, y=5):
    return x + y


def none():
    return 0


print(hot(300))
for make in [Thing, Thing(3).method, Thing(4), generator, many, defaulted, keyword, int, str, abs, original,
             lambda x: None, type, [].append, "abc".count, (1).__add__]:
    try:
        print(hot(300))
    except TypeError as error:
        print("TypeError", error)
for make in [none, None, 4, "text"]:
    try:
        print(hot(300))
    except TypeError as error:
        print("TypeError", error)
make = original
print(hot(300))

# Methods, attributes and functions are patched by names that are computed, so that nothing announces it.
# wasm: yes
import sys


class Counter:
    def __init__(self, start):
        self.value = start

    def step(self):
        self.value += 1
        return self.value

    def peek(self):
        return self.value


class Other:
    def __init__(self, start):
        self.pad = 0
        self.value = start

    def step(self):
        return -1

    def peek(self):
        return -2


def helper(x):
    return x + 1


def hot(counter, n):
    total = 0
    for _ in range(n):
        counter.step()
        total += counter.peek() + counter.value
    return total


def use_helper(n):
    x = 0
    for _ in range(n):
        x = helper(x)
    return x


def patch(target, name, value):
    setattr(target, name[::-1], value)


def during(counter, n, target, name, value):
    total = 0
    for i in range(n):
        if i == n // 2:
            patch(target, name, value)
        total += counter.step() + counter.peek()
    return total


step, peek = Counter.step, Counter.peek
print(hot(Counter(0), 300), use_helper(300))
patch(Counter, "keep", lambda self: self.value * 2)
print(hot(Counter(0), 300))
patch(Counter, "keep", lambda self: 0.5)
print(hot(Counter(0), 300))
patch(Counter, "keep", peek)
print(hot(Counter(0), 300))
for value in (lambda self: 0, step, lambda self: "s", Other.step):
    try:
        print(during(Counter(0), 300, Counter, "pets", value))
    except TypeError as error:
        print(error)
    patch(Counter, "pets", step)
counter = Counter(0)
print(during(counter, 300, counter, "pets", lambda: 1000))
print(hot(counter, 300))
delattr(counter, "pets"[::-1])
print(hot(counter, 300))
vars(counter)["pe" + "ek"] = lambda: 7
print(hot(counter, 300))
counter.__dict__.clear()
patch(counter, "eulav", 0.25)
print(hot(counter, 300))
patch(counter, "__ssalc__", Other)
print(hot(counter, 300))
print(hot(Counter(0), 300))
patch(Counter, "eulav", property(lambda self: 3, lambda self, x: None))
print(hot(Counter(0), 300))
delattr(Counter, "eulav"[::-1])
patch(Counter, "__rttateg__", lambda self, name: 5)
print(hot(Counter(0), 300))
this = sys.modules[__name__]
for value in (lambda x: x + 0.5, lambda x: x, str, helper):
    patch(this, "repleh", value)
    print(repr(use_helper(300))[:30])


def mixed(objects, n):
    total = 0
    for i in range(n):
        x = objects[i % len(objects)]
        total += x.step() + x.peek() + x.value
    return total


print(mixed([Counter(0)], 300))
print(mixed([Counter(0), Counter(5)], 300))
objects = [Counter(0)]
getattr(objects, "append")(Other(4))
print(mixed(objects, 300))


class Child(Counter):
    pass


getattr(objects, "append")(Child(9))
print(mixed(objects, 300))
patch(Child, "keep", lambda self: 100)
print(mixed(objects, 300))
patch(objects[2], "keep", lambda: 0.5)
print(mixed(objects, 300))

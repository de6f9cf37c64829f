# Built-in functions and generator functions that stop being what they were, around generators consumed in place.
# wasm: yes
import builtins


def pairs(n):
    for i in range(n):
        yield i
        yield -i


def others(n):
    return ["other"] * n


def total(n):
    return sum(i * i for i in range(n))


def largest(n):
    return max(i % 7 for i in range(n))


def some(n):
    return any(i > 5 for i in range(n))


def joined(n):
    return tuple(pairs(n))


def walked(n, rebind):
    global pairs
    seen = []
    for x in pairs(n):
        seen.append(x)
        if len(seen) == rebind:
            pairs = others
    return seen


def evaluated_first(n):
    return sum(i for i in swap_sum(n))


def swap_sum(n):
    global sum
    sum = len_of
    return range(n)


def len_of(items):
    return "replaced", len(list(items))


def show():
    print(total(5), largest(20), some(3), some(9), joined(2))


show()
original = pairs
print(walked(3, 3))
print(walked(3, 99))
show()
pairs = original
print(walked(2, 99))


def pairs(n):
    yield "new", n


show()
print(walked(2, 99))
pairs = lambda n: (i for i in "lambda")
show()
pairs = original
pairs.__code__ = len_of.__code__
print(walked(2, 99))

print(evaluated_first(4))
print(evaluated_first(4))
show()
del sum
show()
any = lambda items: ("any", list(items))
show()
del any
saved = builtins.max
builtins.max = lambda items: ("max", list(items)[:3])
show()
builtins.max = saved
show()
builtins.sum = lambda items: "sum"
show()
del pairs
try:
    walked(1, 1)
except NameError as error:
    print(error)


def local_name(sum):
    return sum(i for i in range(3))


print(local_name(list), local_name(tuple))


class Callable:
    def __call__(self, n):
        yield "called"
        yield n


pairs = Callable()
print(walked(4, 99), joined(3))
pairs = 5
try:
    walked(1, 1)
except TypeError as error:
    print(error)

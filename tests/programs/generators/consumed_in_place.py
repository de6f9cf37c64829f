# Generators that are consumed where they are made: by loops, comprehensions and built-in functions.
# wasm: yes


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def two(items):
    for item in items:
        yield item
        yield item * 10


def counting(n):
    i = 0
    while i < n:
        yield i
        i += 1


def once(value):
    yield value


def empty(flag):
    if flag:
        yield 1


def early(items):
    for item in items:
        if item > 2:
            return item
        yield item


def echo(n):
    for i in range(n):
        got = yield i
        if got is not None:
            print("sent", got)


def swap(a, b):
    while a < 20:
        yield a, b
        a, b = b, a + b
    yield "end", b


def loops():
    for x in (i * i for i in range(4)):
        print(x, end=" ")
    for x in two([1, 2]):
        print(x, end=" ")
    for x in counting(3):
        print(x, end=" ")
    for x in once("once"):
        print(x, end=" ")
    for x in empty(False):
        print(x, end=" ")
    else:
        print("nothing", end=" ")
    for x in early([1, 2, 3, 4]):
        print(x, end=" ")
    for x in echo(3):
        print(x, end=" ")
    for a, b in swap(1, 1):
        print(a, b, end=" ")
    print()


def nested_loops():
    result = []
    for a in counting(3):
        for b in counting(a + 1):
            if b == 1:
                continue
            for c in (a + b + d for d in counting(2)):
                if c > 3:
                    break
                result.append((a, b, c))
    print(result)


def same_generator_in_turn():
    total = 0
    for step in range(3):
        for x in counting(step + 2):
            total += x
            if total > 100:
                return
        total *= 2
    print(total)


def broken_off(stop):
    for x in two([1, 2, 3]):
        if x == stop:
            break
    else:
        return "all"
    return x


def returned(stop):
    for x in two([1, 2, 3]):
        if x == stop:
            return "found %d" % x
    return None


def with_finally(stop):
    try:
        for x in two([1, 2, 3]):
            if x == stop:
                return x
    finally:
        print("finally", end=" ")
    return "none"


def objects(n):
    for i in range(n):
        thing = Noisy("thing %d" % i)
        yield i
    print("end of objects")


def lifetimes():
    for i in objects(2):
        print("got", i)
    print("after loop")
    for i in objects(3):
        print("got", i)
        if i == 1:
            break
    print("after break")
    try:
        for i in objects(3):
            if i == 1:
                raise KeyError(i)
    except KeyError:
        print("handled")
    print("after except")


def held(thing):
    yield 1
    yield 2


def arguments():
    for x in held(Noisy("argument")):
        print("in", x)
    print("out")
    for x in held(Noisy("second")):
        print("in", x)
        break
    print("out")
    print(sum(x for x in held(Noisy("third"))))
    print("done")


def sums():
    print(sum(i for i in range(10)), sum(i * 0.5 for i in range(10)))
    print(sum(0.1 for _ in range(10)), sum(x for x in [0.1] * 10), sum(x for x in [1e16, 1.0, -1e16]))
    print(sum(x for x in [1, 2.5, 3, True]), sum(x for x in []), sum(x for x in [True, False, True]))
    print(sum(x for x in [2 ** 62, 2 ** 62, 2 ** 62]), sum(x for x in [2 ** 63, -1, 0.5]))
    print(sum(x for x in [2 ** 63 - 1, 1, 0.1, 0.2, 0.3]), sum(x for x in [0.1, 0.2, 2 ** 70, 0.3, 0.1, 0.1]))
    print(sum(x for x in [1.0, float("inf")]), sum(x for x in [float("inf"), -float("inf")]))
    print(sum(x for x in [1, 2j, 3.5]), sum(x for x in [-0.0]), sum(x for x in [1e308, 1e308, -1e308]))
    print(sum(x for x in [0.1, True, 10 ** 30, 0.1]), sum(x for x in [1, 2 ** 48, 2 ** 48]))
    print(sum(counting(100)), sum(two([1, 2, 3])), sum(x / 3 for x in two([1, 2, 3])))
    print(type(sum(x for x in [True])), sum(y for x in range(4) for y in range(x) if y % 2))


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        return NotImplemented

    def __radd__(self, other):
        if other == 0:
            return self
        return NotImplemented

    def __repr__(self):
        return "Money(%d)" % self.cents

    def __lt__(self, other):
        print("lt", self, other)
        return self.cents < other.cents

    def __gt__(self, other):
        print("gt", self, other)
        return self.cents > other.cents


def consumers():
    print(sum(Money(i) for i in range(1, 4)))
    print(any(i > 3 for i in range(10)), any(i > 30 for i in range(10)), any(x for x in [0, "", "x"]))
    print(all(i < 3 for i in range(10)), all(i < 30 for i in range(10)), all(x for x in []))
    print(tuple(i * 2 for i in range(5)), list(i * 3 for i in range(5)), tuple(x for x in ()))
    print(sorted(set(i % 3 for i in range(10))), sorted(-i for i in range(5)), sorted(two("ab")))
    print(min(abs(i - 5) for i in range(10)), max(i * (9 - i) for i in range(10)), max(x for x in [1.5, 2, True]))
    print(min(Money(i) for i in (3, 1, 2)), max(Money(i) for i in (3, 1, 4)))
    print(tuple(counting(4)), list(two([5, 6])), max(two([5, 6])), set(once(1)), any(empty(True)))
    for function in (min, max):
        try:
            print(function(x for x in []))
        except ValueError as error:
            print(error)
    try:
        print(min(x for x in []))
    except ValueError as error:
        print(error)
    try:
        print(max(x for x in ()))
    except ValueError as error:
        print(error)
    print(any(seen(i) for i in range(5)), all(not seen(i) for i in range(5)))


def seen(i):
    print("seen", i, end=" ")
    return i == 2


def closures():
    n = 3
    print(sum(n + i for i in range(n)))
    n = 5
    print(list(n * i for i in range(3)))
    factor = 1
    collected = []
    for x in (factor * i for i in range(5)):
        collected.append(x)
        factor += 1
    print(collected)

    def bump():
        nonlocal factor
        factor += 100
        return factor

    print(list(bump() + factor * i for i in range(3)))
    print([f() for f in list((lambda: i) for i in range(3))])
    print(sum(x for x in (y + n for y in (z * n for z in range(4)))))
    print(sum(sum(j for j in range(i)) for i in range(5)))
    print([[x for x in (i + j for j in range(2))] for i in range(2)])
    print({k: v for k, v in ((a, a * a) for a in range(3))}, {c for c in (a % 2 for a in range(5))})


def unbound():
    try:
        print(sum(later + i for i in range(2)))
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    print(sum(later + i for i in range(2)))
    del later
    try:
        print(sum(later + i for i in range(2)))
    except NameError as error:
        print(type(error).__name__, error)


def mutated():
    items = [1, 2, 3]
    seen_items = []
    for x in (i * 2 for i in items):
        seen_items.append(x)
        if len(items) < 6:
            items.append(x)
    print(seen_items, items)
    data = {1: 1, 2: 2}
    try:
        for key in (k for k in data):
            data[key + 10] = 0
    except RuntimeError as error:
        print(error)


def rebound_parameter(items):
    for x in two(items):
        items = None
    return x


def generator_of_generators(n):
    for i in (a * b for a in counting(n) for b in counting(2)):
        yield i
        for j in once(i):
            yield j + 100


print(sum(i for i in range(5)), [x for x in two([7])])
for module_level in counting(2):
    print(module_level)
loops()
nested_loops()
same_generator_in_turn()
print(broken_off(20), broken_off(99), returned(2), returned(3), returned(31))
print(with_finally(20), with_finally(77))
lifetimes()
arguments()
sums()
consumers()
closures()
unbound()
mutated()
print(rebound_parameter([1, 2]))
print(list(generator_of_generators(3)), sum(generator_of_generators(3)))

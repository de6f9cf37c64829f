# Instances of subclasses of int with operators of their own where loops have seen ints.
# wasm: yes


class Plain(int):
    pass


class Modular(int):
    def __add__(self, other):
        return Modular((int(self) + int(other)) % 10)

    __radd__ = __add__

    def __lt__(self, other):
        return int(self) > int(other)

    def __eq__(self, other):
        return int(self) % 10 == int(other) % 10

    __hash__ = int.__hash__

    def __bool__(self):
        return False

    def __index__(self):
        return 1

    def __repr__(self):
        return f"Modular({int(self)})"

    def __neg__(self):
        return "negated"


def total(items):
    result = 0
    for x in items:
        result = result + x
    return result


def smaller(items, limit):
    n = 0
    for x in items:
        if x < limit:
            n += 1
        if x == 3:
            n += 100
    return n


def truths(items):
    return [1 if x else 0 for x in items]


ints = list(range(300))
print(total(ints), smaller(ints, 5), sum(truths(ints)))
print(total([Plain(x) for x in ints]), type(total([Plain(1)])).__name__)
print(total([Modular(7), 5, 8]), total(ints + [Modular(1)]))
print(smaller([Plain(x) for x in ints], 5), smaller([Modular(x) for x in range(30)], 5), smaller(ints, Modular(5)))
print(truths([Plain(0), Plain(2), Modular(0), Modular(5), 3]))
print([-x for x in (1, Plain(2), Modular(3))])
print([10, 20, 30][Plain(2)], [10, 20, 30][Modular(2)], "abc"[Modular(0)], (1, 2)[Plain(0)])
print(list(range(Plain(3))), [*range(Plain(1), 4)], len(range(Modular(7))))


def counting(start, n):
    x = start
    for _ in range(n):
        x += 1
    return x


print(counting(0, 300), counting(Plain(5), 300), counting(Modular(5), 304), counting(True, 300))
print(2 ** Plain(10), Plain(2) << Plain(3), Plain(7) // Plain(2), Plain(-7) % Plain(3), Plain(2 ** 60) * Plain(2 ** 60))
print(isinstance(Plain(1), int), type(Plain(1)) is int, Plain(1) == 1, hash(Plain(9)), {1: "one"}[Plain(1)])

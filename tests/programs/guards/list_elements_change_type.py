# A list's elements change type before, in and after loops over it.
# wasm: yes


def total(items):
    result = 0
    for x in items:
        result += x
    return result


def by_index(items):
    result = 0
    for i in range(len(items)):
        result += items[i]
    return result


def changing(items, at, value):
    out = 0
    for i in range(len(items)):
        if i == at:
            items[i + 1] = value
        try:
            out += items[i]
        except TypeError as error:
            print(error)
    return out


def store(items, values):
    for i in range(len(items)):
        items[i] = values[i % len(values)]
    return items[:6]


def swap_sort(items):
    for i in range(len(items)):
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


numbers = list(range(300))
print(total(numbers), by_index(numbers))
for value in (0.5, True, 2 ** 70, None, "x", 1j):
    print(changing(list(range(300)), 100, value))
numbers[150] = 0.25
print(total(numbers), by_index(numbers))
numbers[151] = 2 ** 63
print(total(numbers), by_index(numbers))
numbers.append("end")
for f in (total, by_index):
    try:
        f(numbers)
    except TypeError as error:
        print(error)
print(store([0] * 300, [1]), store([0] * 300, [1.5, "a"]), store([0.0] * 300, [1, 2.5]), store([None] * 300, [None, []]))
print(swap_sort([5, 3, 9, 1]), swap_sort([2.5, 1, True, 0]), swap_sort(["b", "a"]), swap_sort([(2,), (1, 3)]))
try:
    swap_sort([3, 1, "a"])
except TypeError as error:
    print(error)
mixed = [0] * 10
mixed[3:5] = ["a", 2.5, None]
mixed += (1, 2 ** 65)
mixed.insert(0, True)
print(mixed, mixed.count(0), mixed.index(2.5))


def nested(rows):
    out = 0
    for row in rows:
        for x in row:
            out += x
    return out


grid = [[1, 2, 3] for _ in range(100)]
print(nested(grid))
grid[50][1] = 0.5
grid[60] = (10, 20)
grid[70] = range(5)
grid[80] = {7: "seven"}
grid[90] = []
print(nested(grid))
grid[95] = 3
try:
    nested(grid)
except TypeError as error:
    print(error)

# wasm: yes
"""A small function that loops have taken in is deleted and defined anew between their turns."""


def weight(i, j):
    return 1.0 / (i * j + 1)


def total(count):
    result = 0.0
    for i in range(count):
        result += weight(i, count)
    return result


def once(i):
    return weight(i, 2) + weight(2, i)


def change(turn):
    global weight
    if turn == 3:
        del weight
    if turn == 5:
        def weight(i, j):
            return i - j


def changing(count):
    result = []
    for turn in range(count):
        try:
            result.append(weight(turn, 1))
        except NameError as error:
            result.append(str(error))
        change(turn)
    return result


print(round(total(10), 6), round(once(3), 6))
print(changing(8))
print(total(4))
del weight
for function in total, once:
    try:
        print(function(3))
    except NameError as error:
        print(error, error.__traceback__.tb_next.tb_lineno)
weight = max
print(total(5), once(7))

"""A variable that is an int in one place and certainly a float in another, as an index of a list."""


def stored(pairs, key, letters):
    number = 25
    for first, (second, *kept) in pairs:
        number = -0.0
    for kept[number], kept[key] in zip(range(2), letters):
        print(kept)
    return number


def read(pairs, key):
    number = 1
    for first, (second, *kept) in pairs:
        kept.append(kept[number])
        number = -0.5
    return kept[key], kept[number]


def removed(pairs):
    number = 1
    for first, (second, *kept) in pairs:
        number = 2.5
    kept[number:] = [number]
    return kept.pop(number)


pairs = [(1, (2, 3, 4)), (5, (6, 7, 8))]
for function, arguments in (stored, (pairs, 1, "ab")), (stored, ([], 1, "ab")), (read, (pairs, 0)), (read, (pairs[:1], 0)), (removed, (pairs,)):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)

# A mutable default argument changes its length and its elements' types from call to call.
# wasm: yes


def collect(x, into=[]):
    into.append(x)
    return len(into)


def total(x, seen={}):
    seen[x % 5] = x
    result = 0
    for value in seen.values():
        result = result + value
    return result


def hot(n, convert):
    last = 0
    for i in range(n):
        last = collect(convert(i)), total(convert(i))
    return last


print(hot(300, int))
print(hot(300, float))
print(collect.__defaults__[0][:3], collect.__defaults__[0][-3:])
collect.__defaults__[0].clear()
print(hot(10, int))
collect.__defaults__[0][:] = "abc"
print(hot(10, lambda i: i + 2 ** 60))
total.__defaults__[0][1] = "text"
try:
    hot(3, int)
except TypeError as error:
    print(error)


def counter(step=[1]):
    value = 0
    for _ in range(300):
        value += step[0]
    return value


print(counter())
for new in (2, 0.5, True, 10 ** 20):
    counter.__defaults__[0][0] = new
    print(counter())

# Hot loops in the module's own body: its names are globals that anything may change.
# wasm: yes
import sys

total = 0
for i in range(300):
    total += i
print(total, i)


def interfere(at):
    global total, i, step
    if i == at:
        total = 0.5
        step = 2 ** 62
        i = "changed"


step = 1
total = 0
for i in range(300):
    interfere(100)
    total += step
print(total, i)
names = globals()
total = 0
n = 0
while n < 300:
    n += 1
    total += n
    if n == 150:
        names["n"] = 250
        names["total"] = "t"
        names["total"] = -1.5
print(total, n)
module = sys.modules[__name__]
values = [1, 2, 3] * 100
total = 0
for v in values:
    total += v
    if v == 3 and len(values) == 300:
        module.values = ()
        module.v = None
print(total, v, values)
try:
    for index in range(10):
        if index == 5:
            del total
        total += index
except NameError as error:
    print(error, index)
total = []
for index in range(3):
    total += [index]
    module.total = list(total)
print(total)


def function(x):
    return x


result = 0
for index in range(300):
    if index == 100:
        def function(x):
            return 0.5
    if index == 200:
        function = abs
    result += function(-index)
print(result)


class Body:
    total = 0
    for number in range(300):
        total += number
        if number == 150:
            total = 0.5
    items = [x * 2 for x in range(5)]
    len = lambda x: 99
    size = len([1])


print(Body.total, Body.number, Body.items, Body.size)
squares = [index * index for index in range(300)]
print(squares[-1], index, {k: v for k, v in zip("ab", range(2))}, v)

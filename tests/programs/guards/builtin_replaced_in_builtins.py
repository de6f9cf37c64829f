# builtins.len, range, abs, min, int … are replaced while loops of a module use them.
# wasm: yes
import builtins


def use(n):
    total = 0
    for i in range(n):
        total += len([i, i]) + abs(i - 5) + min(i, 4) + int("3") + ord("a")
    return total


def change(n, name, value, at):
    total = 0
    old = getattr(builtins, name)
    for i in range(n):
        if i == at:
            setattr(builtins, name, value)
        total += len([i, i]) + abs(i - 5) + min(i, 4) + int("3") + ord("a")
    setattr(builtins, name, old)
    return total


print(use(300))
for name, value in [
    ("len", lambda x: 0.5),
    ("abs", lambda x: x),
    ("min", max),
    ("int", len),
    ("ord", hash and (lambda c: 1)),
    ("range", lambda n: [1, 2]),
]:
    print(name, change(300, name, value, 150), change(300, name, value, 0), use(300))
    old = getattr(builtins, name)
    setattr(builtins, name, value)
    try:
        print(use(300))
    finally:
        setattr(builtins, name, old)
builtins.twice = lambda x: x * 2


def use_new():
    total = 0
    for i in range(300):
        total += twice(i)
    return total


print(use_new())
del builtins.twice
try:
    use_new()
except NameError as error:
    print(error)
print(use(300))

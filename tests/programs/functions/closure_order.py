# wasm: yes
# Cells of closures stand in the order of their names, and are shared and assigned through.
def outer():
    zebra, apple, mango = 1, 2, 3

    def first():
        return mango, zebra

    def second():
        nonlocal apple, zebra
        apple += 1
        zebra *= 10
        return apple

    def third(own):
        def deepest():
            return apple + own + mango

        return deepest

    return first, second, third


first, second, third = outer()
for function in (first, second, third, third(5)):
    print(function.__name__, function.__code__.co_freevars, [c.cell_contents for c in function.__closure__])
print(second(), first(), third(100)())
first.__closure__[1].cell_contents = "assigned"
print(first(), [c.cell_contents for c in second.__closure__])
del second.__closure__[0].cell_contents
for function in (second, third(1)):
    try:
        function()
    except NameError as error:
        print(type(error).__name__, error)
try:
    second.__closure__[0].cell_contents
except ValueError as error:
    print(error)


class Outer:
    def method(self, _b, a_):
        def inner():
            return super().__repr__, self, a_, _b

        return inner.__code__.co_freevars, inner.__closure__[0].cell_contents


print(Outer().method("b", "a"))
print(outer.__closure__, outer.__code__.co_cellvars, (lambda: 0).__closure__)


def recursive(n):
    def again(m):
        return m if m > 3 else again(m + n)

    return again(0), again.__code__.co_freevars


print(recursive(2))


def loop():
    made = []
    for i in range(3):
        made.append(lambda: i)
    kept = [lambda j=i: j for i in range(3)]
    late = [lambda: i for i in range(3)]
    return [f() for f in made], [f() for f in kept], [f() for f in late]


print(loop())

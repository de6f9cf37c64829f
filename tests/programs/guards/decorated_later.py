# Functions are wrapped after loops have used them.
# wasm: yes


def calculate(x, y=1):
    return x * 3 + y


def hot(n):
    total = 0
    for i in range(n):
        total += calculate(i) + calculate(i, 2) + calculate(x=i, y=3)
    return total


def counted(f):
    def wrapper(*arguments, **keywords):
        wrapper.calls += 1
        return f(*arguments, **keywords)

    wrapper.calls = 0
    return wrapper


def cached(f):
    memory = {}

    def wrapper(x, y=1):
        key = x % 10, y
        if key not in memory:
            memory[key] = f(x, y)
        return memory[key]

    return wrapper


print(hot(300))
calculate = counted(calculate)
print(hot(300), calculate.calls)
calculate = cached(calculate)
print(hot(300))
calculate = counted(counted(calculate))
print(hot(300), calculate.calls)
calculate = calculate.__class__ and (lambda x, y=0.5: x + y)
print(hot(300))

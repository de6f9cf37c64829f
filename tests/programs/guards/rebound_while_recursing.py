# A recursive function's name is rebound in the middle of the recursion.
# wasm: yes


def count(n):
    if n == 0:
        return 0
    return 1 + count(n - 1)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


real_count, real_fib = count, fib
for _ in range(20):
    count(100)
print(count(200), fib(12))


def count(n):
    return 1000


print(real_count(200), count(5))
count = real_count


def half(n):
    global half
    if n == 50:
        half = lambda n: 0.5
    return n + half(n - 1) if n else 0


keep = half
print(half(40), half(100))
half = keep
print(half(49))
fib = lambda n: 1.5
print(real_fib(12))
fib = lambda n: "ab"
print(real_fib(12))
fib = real_fib
print(fib(12))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(200), odd(200))
odd = lambda n: n
print(even(200), even(0))

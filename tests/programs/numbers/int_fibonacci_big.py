# wasm: yes
# Big additions and multiplications with checksums.
def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a

def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result

print(fib(100), fib(300))
print(fib(2000) % 10**30, fib(2001) % 10**30)
f = factorial(300)
print(f % (10**9 + 7), f // 10**590, sum(int(c) for c in str(f)))
zeros = 0
while f % 10 == 0:
    f //= 10
    zeros += 1
print(zeros)
square = (10**50 + 1) * (10**50 - 1)
print(square, square == 10**100 - 1)
print((2**521 - 1) * (2**607 - 1) % (2**127 - 1))
print((3**1000 * 7**1000) == 21**1000)

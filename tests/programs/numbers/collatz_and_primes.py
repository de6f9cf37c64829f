# wasm: yes
# Small integer algorithms: a sieve, Collatz lengths, gcd chains, digits.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [k for k, is_prime in enumerate(flags) if is_prime]

def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps

def gcd(a, b):
    while b:
        a, b = b, a % b
    return a

primes = sieve(1000)
print(len(primes), primes[:10], primes[-1], sum(primes))
best = max(range(1, 2000), key=collatz)
print(best, collatz(best), collatz(27))
print([gcd(a, b) for a in (12, 35, 1071) for b in (18, 49, 462)])
def digits(n, base=10):
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(d)
    return out[::-1] or [0]
print(digits(2024), digits(255, 2), digits(0), digits(10**30, 7))
perfect = [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n]
print(perfect)

# wasm: yes
# The math module: constants, functions, errors.
import math
print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print(math.sqrt(2), math.sqrt(16), math.isqrt(10**20), math.isqrt(17), round(math.cbrt(27.0), 12))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.9), math.floor(10**20), math.floor(1e20))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-4, 6), math.gcd(), math.gcd(12, 18, 8), math.lcm(4, 6), math.gcd(2**100, 6**50))
print(math.factorial(0), math.factorial(20), math.factorial(30), math.comb(10, 3), math.perm(5, 2), math.comb(60, 30))
print(math.pow(2, 10), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist((0, 0), (3, 4)))
print(math.fabs(-2), math.fmod(-7, 3), math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0))
print(math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3))
print(math.log(1), math.log(8, 2), math.log2(1024), math.log10(1000), math.log(2**1000) > 693, math.exp(0), math.exp(1))
print(round(math.sin(1), 12), round(math.cos(1), 12), round(math.tan(1), 12), round(math.atan2(1, -1), 12), round(math.asin(1), 12))
print(math.degrees(math.pi), math.radians(180) == math.pi, math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([], start=5))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: math.sqrt(-1))
attempt(lambda: math.log(0))
attempt(lambda: math.log(-1))
attempt(lambda: math.factorial(-1))
attempt(lambda: math.isqrt(-1))
attempt(lambda: math.exp(1000))
attempt(lambda: math.sqrt("a"))
attempt(lambda: math.floor("a"))
attempt(lambda: math.floor(math.inf))
attempt(lambda: math.gcd(1.5, 2))
attempt(lambda: math.sqrt())
attempt(lambda: math.nothing)

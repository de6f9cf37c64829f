"""Ints around the limits of 48, 49, 63 and 64 bits under every operator."""
import operator

EDGES = [0, 1, 2, 3, 7, 2**31, 2**47, 2**48 - 1, 2**48, 2**48 + 1, 2**49, 2**62 - 1, 2**62, 2**63 - 1, 2**63, 2**63 + 1,
         2**64 - 1, 2**64, 2**65]
VALUES = EDGES + [-x for x in EDGES]
OPERATORS = [operator.add, operator.sub, operator.mul, operator.mod, operator.floordiv, operator.and_, operator.or_,
             operator.xor]


class Sub(int):
    pass


total = 0
for a in VALUES:
    for b in VALUES:
        for f in OPERATORS:
            try:
                r = f(a, b)
            except ZeroDivisionError:
                r = 12345
            total = (total * 31 + hash(r) + (r < 0)) % 1000000007
            assert type(r) is int
            assert f not in (operator.mod, operator.floordiv) or b == 0 or r == f(Sub(a), Sub(b))
    for n in (0, 1, 13, 14, 15, 16, 47, 48, 49, 62, 63, 64, 65, 200):
        left, right = a << n, a >> n
        total = (total * 31 + hash(left) + hash(right)) % 1000000007
        assert left >> n == a and left == a * 2**n and right == a // 2**n
    x = a
    x += 2**62
    x *= 3
    x -= 2**63
    x //= 5
    x %= 2**61 - 1
    x <<= 3
    x >>= 1
    x ^= a
    x |= 2**50
    x &= 2**64 - 1
    total = (total * 31 + x) % 1000000007
print(total)
print(-2**63 // -1, -2**63 % -1, (-2**63) * -1, divmod(-2**63, -1), -(-2**63), abs(-2**63))
print(2**63 - 1 + 1, -2**63 - 1, 3037000500 * 3037000500, (2**62) * 2, True + 2**60, 2**60 - True)
state = 1
for i in range(2000):
    state = (state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
print(state)
state = 1
for i in range(2000):
    state = (state * 1103515245 + 12345) % 2**61
print(state)

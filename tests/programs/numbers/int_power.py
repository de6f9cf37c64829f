# wasm: yes
# pow with two and three arguments.
print(pow(2, 10), pow(2, 100), pow(-3, 5), pow(0, 0), pow(7, 0), pow(2, -2))
print(pow(3, 200, 1000007), pow(3, 200, -1000007), pow(-3, 201, 1000007), pow(5, 0, 7), pow(5, 0, 1), pow(0, 0, 1))
print(pow(2**70, 3, 2**64 + 13), pow(123456789, 987654321, 10**18 + 9))
print(pow(3, -1, 7), pow(3, -2, 7), pow(10, -1, 1009))
print(0 ** 5, 1 ** 1000000, (-1) ** 1000001, (-1) ** 1000000)
print(7 ** 77)
for args in ((2, 3, 0), (2, -1, 4), (0, -1), (2.0, 3, 5), (2, "a")):
    try:
        print(pow(*args))
    except (ValueError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)

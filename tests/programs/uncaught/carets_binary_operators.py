# wasm: yes
# The operator of the failing operation is marked, wherever spaces and parentheses stand.
def report(operation):
    try:
        operation()
    except TypeError as error:
        return error


a, b, c = 1, "x", [2]
errors = [
    report(lambda: a + b),
    report(lambda: a+b),
    report(lambda: a  +  b),
    report(lambda: a * 2 + b),
    report(lambda: (a * 2) + (b)),
    report(lambda: ((a)) - ((b))),
    report(lambda: a // b),
    report(lambda: a**b),
    report(lambda: a ** -2 ** b),
    report(lambda: a << b | 3),
    report(lambda: (a @ b)),
    report(lambda: a % c),
    report(lambda: a & b ^ a),
    report(lambda: a + 1 + 2 + c + 5),
    report(lambda: a - (1 - (2 - b))),
    report(lambda: [a + 1][0] + "y"),
    report(lambda: "a" + f"{a}" + c),
    report(lambda: "+" * 2 + 3),
    report(lambda: {"k": a}["k"] + b),
    report(lambda: -a + b),
    report(lambda: ~b),
    report(lambda: -c),
    report(lambda: not a + b),
    report(lambda: a + b if a else b),
    report(lambda: a < b),
    report(lambda: a in a),
    report(lambda: a + abs(-3) - b.upper()),
    report(lambda: (a + b) * 2),
    report(lambda: a and b + c),
    report(lambda: len(b + c)),
]
raise ExceptionGroup("operators", errors[:15]) from ExceptionGroup("more operators", errors[15:])

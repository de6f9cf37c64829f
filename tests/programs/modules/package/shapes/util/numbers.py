PI = 3
def power(a, b): return a ** b

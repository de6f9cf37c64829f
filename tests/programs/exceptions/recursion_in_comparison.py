# Recursion inside the runtime ends in a RecursionError, too. Not on wasm, whose engine ends the program first.
a, b = [], []
a.append(b)
b.append(a)
try:
    print(a == b)
except RecursionError as error:
    print(error)

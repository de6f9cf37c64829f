# RecursionError ends the program in an orderly way.
def f(n):
    return f(n + 1)
try:
    f(0)
finally:
    print("finally")

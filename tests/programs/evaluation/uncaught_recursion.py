# Recursion without end between eval and a function.
def down(n):
    return eval("down(n + 1)")


down(0)

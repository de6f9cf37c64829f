# difference: CPython shows no operator in an expression of constants, which its compiler has computed
# What is marked in a failing expression that is an operation on constants only.
@(1 + 1)
def function():
    pass

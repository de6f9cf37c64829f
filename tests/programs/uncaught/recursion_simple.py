# wasm: yes
# Endless recursion, with the repeated lines counted.
def f(n):
    return f(n + 1)


f(0)

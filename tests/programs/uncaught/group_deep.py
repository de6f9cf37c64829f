# wasm: yes
# Groups nested deeper than ten are cut.
def nest(n):
    if n == 0:
        return ValueError("innermost")
    return ExceptionGroup(f"level {n}", [KeyError(n), nest(n - 1)])


raise nest(13)

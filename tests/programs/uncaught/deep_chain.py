# wasm: yes
# Many exceptions in one chain.
def chain(n):
    try:
        if n:
            chain(n - 1)
        raise ValueError(f"level {n}")
    except ValueError as error:
        raise KeyError(n) from (error if n % 2 else None)


chain(12)

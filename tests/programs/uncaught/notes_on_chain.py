# wasm: yes
# Each exception of a chain shows its own notes.
def step(n):
    try:
        if n:
            step(n - 1)
        raise ValueError(f"step {n}")
    except ValueError as error:
        error.add_note(f"note of step {n}")
        raise


step(2)

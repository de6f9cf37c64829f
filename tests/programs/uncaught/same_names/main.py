# wasm: yes
# Functions of the same name in several modules call each other: lines only count as repeated in one file.
import one


def step(n):
    return one.step(n, step)


step(8)

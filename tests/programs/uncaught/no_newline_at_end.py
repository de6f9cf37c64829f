# wasm: yes
# The last line has no newline.
def fail(x):
    return x.nothing


print("before")
value = [fail(n) for n in (1, 2)]
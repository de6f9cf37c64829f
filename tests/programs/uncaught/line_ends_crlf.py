# wasm: yes
# Lines end in carriage return and newline.
def f(x):
    return (x +
            1)


f("text")

# wasm: yes
# Several statements in a line; only the failing one is underlined.
def f(x): y = x; z = y + 1; return z
a = 1; b = [a]; f(b); c = 2

# wasm: yes
# NameError that ends the program, with a suggestion where CPython has one.
value = 1
print(value)
print(valeu)

# wasm: yes
# A failed assertion at the end of a program, in one line with other statements.
values = [1, 2, 3]
if values: assert sum(values) == 7, f"sum is {sum(values)}"

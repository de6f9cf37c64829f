# wasm: yes
# Long lines are shown whole.
def total(values):
    return values[0] + values[1] + values[2] + values[3] + values[4] + values[5] + values[6] + values[7] + values[8] + values[9] + values[10] + values[11] + values[12] + values[13] + values[14] + "the end of a line that is much longer than any line should ever be, and then some more text in it" + values[15]


total([1] * 12 + ["text"] + [1] * 3)

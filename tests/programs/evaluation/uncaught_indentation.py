# An IndentationError, found while another exception is handled.
# wasm: yes
try:
    exec("x = 1\nx.y")
except AttributeError:
    exec("if x:\nprint(x)\n")

# wasm: yes
# A hook that ends the program with an exit code of its own.
import sys


def hook(kind, value, traceback):
    print("exiting", kind.__name__)
    sys.exit(7)


sys.excepthook = hook
raise KeyError("k")

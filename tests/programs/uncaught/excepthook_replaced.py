# wasm: yes
# sys.excepthook sees the exception; what it prints is all there is.
import sys


def hook(kind, value, traceback):
    print("hook:", kind.__name__, value, traceback.tb_lineno, traceback.tb_next.tb_lineno)
    print("on stderr", file=sys.stderr)
    print(sys.last_value is value, sys.last_type is kind, sys.last_exc is value)


def fail():
    raise ValueError("for the hook")


sys.excepthook = hook
fail()

# wasm: yes
# A hook that raises: both exceptions are shown.
import sys


def hook(kind, value, traceback):
    raise RuntimeError("hook failed")


def fail():
    1 / 0


sys.excepthook = hook
fail()

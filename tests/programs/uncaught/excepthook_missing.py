# wasm: yes
# Without a hook the exception is shown as usual, and that the hook is missing.
import sys

del sys.excepthook
{}["missing"]

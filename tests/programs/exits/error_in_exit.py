# An exception in __exit__ replaces SystemExit.
import sys
class M:
    def __enter__(self): return self
    def __exit__(self, *args): raise RuntimeError("exit failed")
with M():
    sys.exit(5)

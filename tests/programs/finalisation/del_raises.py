# An exception in __del__ is written to stderr and otherwise ignored.
class Bad:
    def __del__(self):
        raise ValueError("in del")
def f():
    b = Bad()
    return "f is fine"
print(f())
try:
    Bad()
    print("no exception here")
except ValueError:
    print("never")
print("end")
import sys
print("last line", file=sys.stderr)

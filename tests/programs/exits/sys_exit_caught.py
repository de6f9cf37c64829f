# wasm: yes
# SystemExit is an exception, but not an Exception.
import sys
for code in (0, 1, None, "text", (1, 2), 2.5, True):
    try:
        sys.exit(code)
    except Exception:
        print("never")
    except SystemExit as error:
        print(repr(error), repr(error.code), error.args)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
def g():
    try:
        yield
    except SystemExit as e:
        print("in generator", e.code)
        raise
it = g(); next(it)
try:
    it.throw(SystemExit(9))
except SystemExit as e:
    print("out", e.code)
raise SystemExit(4)

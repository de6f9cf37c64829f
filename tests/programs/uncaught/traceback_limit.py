# wasm: yes
# sys.tracebacklimit keeps the innermost entries.
import sys


def f(n):
    if n == 0:
        raise ValueError("innermost")
    f(n - 1)


for limit in (1, 3, 0, -1, "no int", 10**30):
    sys.tracebacklimit = limit
    try:
        f(2)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
sys.tracebacklimit = 2
try:
    f(3)
except ValueError as error:
    raise ExceptionGroup("limited", [error]) from error

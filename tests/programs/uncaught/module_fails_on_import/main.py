# wasm: yes
# A module whose body fails: the import is part of the traceback, and fails again.
import sys

try:
    import broken
except ZeroDivisionError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_globals["__name__"])
        tb = tb.tb_next
print("broken" in sys.modules)
from package import inner

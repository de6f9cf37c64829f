# SystemExit with things that are no numbers is printed; the code comes from the attribute `code`.
import sys


class Status:
    def __str__(self):
        return "status object"


class Exit(SystemExit):
    pass


for argument in ((), (0,), (None,), (3,), ("text",), (1, 2), ([],), (True,)):
    try:
        raise SystemExit(*argument)
    except SystemExit as error:
        print(repr(error), repr(error.code), error.args)
error = Exit(5)
error.code = Status()
try:
    raise ValueError("context is not shown")
except ValueError:
    raise error

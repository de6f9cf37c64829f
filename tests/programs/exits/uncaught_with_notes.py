# Notes are printed below the exception.
try:
    raise RuntimeError("main")
except RuntimeError as error:
    error.add_note("note one")
    error.add_note("note two")
    raise

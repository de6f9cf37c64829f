try:
    from c import later
    error_text = "no error"
except ImportError as error:
    error_text = str(error).split(" (most")[0]
import c
try:
    c.later
except AttributeError as error:
    print(error)

# A name that a module of the program does not have.
import sys
try:
    from math import does_not_exist
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0])
from sys import also_missing_here

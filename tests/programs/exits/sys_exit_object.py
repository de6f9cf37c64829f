# Anything else is printed with str.
import sys
class Why:
    def __str__(self): return "because of this object"
sys.exit(Why())

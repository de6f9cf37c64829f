# No standard input at all.
import sys
print(repr(sys.stdin.readline()), repr(sys.stdin.read()), list(sys.stdin))
try:
    input()
except EOFError as error:
    print("EOFError:", error)

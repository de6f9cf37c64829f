# stdin: first line\nsecond\n\n  spaces  \nlast without newline
# wasm: yes
# Reading standard input line by line.
import sys
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
    if line == "\n":
        break
print(repr(sys.stdin.readline()), repr(sys.stdin.readline()), repr(sys.stdin.readline()), repr(sys.stdin.read()))

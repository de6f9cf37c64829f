# stdin: 3 4\n10 20\n-5 5\né日 x\r\nend
# wasm: yes
# Reading standard input at once.
import sys
text = sys.stdin.read()
print(repr(text), len(text))
total = 0
for line in text.splitlines():
    parts = line.split()
    try:
        total += sum(int(p) for p in parts)
    except ValueError as error:
        print(error)
print(total, repr(sys.stdin.read()), sys.stdin.readlines())

# wasm: yes
# sys.stdout.write returns the number of characters; writelines; errors.
import sys
n = sys.stdout.write("héllo\n")
print(n, sys.stdout.write(""))
sys.stdout.writelines(["a\n", "b\n"])
sys.stdout.flush()
out = sys.stdout
print("x", file=out)
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
try:
    sys.stdout.write(b"x")
except TypeError as error:
    print(error)
for i in range(3):
    sys.stdout.write(str(i))
    sys.stdout.write(" ")
sys.stdout.write("\n")
print(sys.stdout.encoding.lower(), sys.stdout.name, sys.stderr.name, sys.stdin.name)
big = "0123456789" * 2000
print(len(big))
sys.stdout.write(big + "\n")

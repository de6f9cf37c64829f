# wasm: yes
# Writing to stderr; the last line is compared.
import sys
print("to stdout")
print("first", file=sys.stderr)
sys.stderr.write("second line")
sys.stderr.write(" continued\n")
print("back on stdout", file=sys.stdout)

# wasm: yes
# sys.exit with a text: printed on stderr, exit code 1.
import sys
print("output")
sys.exit("fatal: cannot go on")

# wasm: yes
# Without sys.stderr nothing is shown.
import sys

print("out")
sys.stderr = None
raise ValueError("not shown")

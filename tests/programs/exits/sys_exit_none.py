# wasm: yes
# sys.exit() is success.
import sys
print("done")
sys.exit()

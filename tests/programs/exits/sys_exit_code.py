# wasm: yes
# sys.exit with a number; finally blocks run, the rest does not.
import sys
def stop():
    try:
        sys.exit(3)
    finally:
        print("cleanup")
print("start")
stop()
print("never")

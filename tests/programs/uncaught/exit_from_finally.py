# wasm: yes
# SystemExit that replaces another exception, and finally blocks that run on the way out.
import sys


def work():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
            sys.exit("leaving with a text")
    finally:
        print("outer finally")


work()

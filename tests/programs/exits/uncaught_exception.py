# wasm: yes
# An exception that nobody catches: output so far, traceback, exit code 1.
print("before")
def f(x):
    return 10 // x
for i in (5, 0, 2):
    print(f(i))
print("never")

# wasm: yes
# difference: arguments are borrowed from the caller, so one that a function rebinds or deletes lives until the call ends
class R:
    live = 0
    def __init__(self): R.live += 1
    def __del__(self): R.live -= 1
def f(a):
    a = None
    return R.live
print(f(R()), R.live)

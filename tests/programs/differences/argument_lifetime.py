# differs: a caller keeps its arguments until the call has returned
# CPython moves the arguments into the frame, so that rebinding a parameter can end the object.
class R:
    live = 0
    def __init__(self): R.live += 1
    def __del__(self): R.live -= 1
def f(a):
    a = None
    return R.live
print(f(R()), R.live)

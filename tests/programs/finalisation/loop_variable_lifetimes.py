# wasm: yes
# When the old value of a loop variable, argument or attribute is released.
class R:
    live = 0
    def __init__(self, n):
        R.live += 1
        self.n = n
    def __del__(self): R.live -= 1
for i in range(5):
    r = R(i)
    print(R.live, end=" ")
print(R.live)
for r in map(R, range(3)):
    print(R.live, end=" ")
del r
print(R.live)
def g(*args, **kw): return R.live
print(g(R(1), R(2), k=R(3)), R.live)
x = [R(i) for i in range(10)]
x[2:5] = []
print(R.live)
x = x[::2]
print(R.live)
x.sort(key=lambda r: -r.n)
print(R.live, [r.n for r in x])
del x
print(R.live)

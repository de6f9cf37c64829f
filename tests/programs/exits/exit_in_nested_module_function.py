# raise SystemExit in a deep call, with context managers on the way.
class M:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, k, v, t):
        print("exit", self.n, k.__name__, v.code)
def deep(n):
    with M(n):
        if n == 0: raise SystemExit(42)
        deep(n - 1)
deep(2)

# Endless recursion raises RecursionError, can be caught, and again afterwards.
def endless(n):
    return endless(n + 1) + 1
for _ in range(2):
    try:
        endless(0)
    except RecursionError as error:
        print(type(error).__name__, str(error).split(" while")[0])
class R:
    def __repr__(self):
        return repr(self)
    def __getattr__(self, name):
        return getattr(self, name + "x")
try:
    repr(R())
except RecursionError as error:
    print("repr", str(error).split(" while")[0])
try:
    R().something
except RecursionError as error:
    print("getattr", str(error).split(" while")[0])
def fine(n):
    return 0 if n == 0 else 1 + fine(n - 1)
print(fine(500))
a = []
for _ in range(100000):
    a = [a]
del a
print("a deep list was freed")

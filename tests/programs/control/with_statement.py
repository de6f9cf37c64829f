# wasm: yes
# with: enter and exit, several managers, swallowing, errors inside the protocol.
class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name.upper()
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value, traceback is not None)
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.swallow
with M("a") as a, M("b") as b:
    print(a, b)
with (M("p") as p, M("q")):
    print(p)
with M("s", swallow=True):
    raise ValueError("swallowed")
print("after")
def attempt(fn):
    try:
        print(fn())
    except Exception as error:
        print(type(error).__name__, error, "| context:", repr(error.__context__))
def inner_fails():
    with M("x"), M("y", fail="enter"):
        print("never")
def exit_fails():
    with M("x", fail="exit"):
        raise ValueError("first")
def returns():
    with M("r"):
        return "value"
def loops():
    for i in range(3):
        with M(str(i)):
            if i == 0:
                continue
            break
    return i
def unpack():
    class T(M):
        def __enter__(self):
            return 1, (2, 3)
    with T("t") as (x, (y, z)):
        return x, y, z
def no_protocol():
    with 5:
        pass
def no_exit():
    class Half:
        def __enter__(self): pass
    with Half():
        pass
def target_attribute():
    class O: pass
    o = O()
    with M("w") as o.name:
        pass
    return o.name
for fn in (inner_fails, exit_fails, returns, loops, unpack, no_protocol, no_exit, target_attribute):
    attempt(fn)
with M("outer", swallow=True):
    with M("inner"):
        raise KeyError("k")
class Truthy(M):
    def __exit__(self, *args):
        return "yes" if args[0] is KeyError else []
with Truthy("t"):
    raise KeyError(1)
try:
    with Truthy("t"):
        raise ValueError("v")
except ValueError as error:
    print("not swallowed", error)

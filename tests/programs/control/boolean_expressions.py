# wasm: yes
# and, or, not return operands and short-circuit.
def t(x):
    print(f"({x!r})", end="")
    return x
print(t(1) and t(2), t(0) and t(2), t(1) or t(2), t(0) or t(2), t("") or t([]) or t({}), t(1) and t("") and t(3))
print(not t(0), not t([1]), t(0) or t(1) and t(2), (t(0) or t(1)) and t(0), not t(1) or t(5))
print(1 and 2 or 3, 0 and 2 or 3, None or "default", [] and 1, "a" and "b", not "" and not 0)
x = None
y = x or "fallback"
z = x and x.attr
print(y, z, t(1) if t(0) else t(2), "a" if [] else "b" if {} else "c")
class B:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        print("bool", end=" ")
        return self.v
    def __repr__(self):
        return f"B({self.v})"
print(B(True) and B(False), B(False) or B(True), not B(True), 1 if B(False) else 2)
print(bool(B(True) and 5))
class Bad:
    def __bool__(self):
        raise ValueError("no truth")
for action in (lambda: Bad() and 1, lambda: not Bad(), lambda: 1 if Bad() else 2, lambda: [x for x in [1] if Bad()], lambda: any([Bad()])):
    try:
        action()
    except ValueError as error:
        print(error)
while B(False):
    pass
print([i for i in range(10) if i % 2 and i % 3 or i == 6])
if (n := 10) > 5 and (m := n * 2):
    print(n, m)

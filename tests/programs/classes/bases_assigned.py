# Which classes can be given which bases: those that add the same to their instances as the old base.
# wasm: yes
class A: pass
class B: pass
class C(A):
    def __init__(self): self.x = 1
class S:
    __slots__ = ("p", "q")
class T:
    __slots__ = ("q", "p")
class U:
    __slots__ = ("p", "r")
class V(S):
    pass
class W(S):
    __slots__ = ("__dict__",)
class X(W): pass
class Y(V):
    def __init__(self): self.k = 1; self.p = 2
class Z(B):
    def __init__(self): self.z = 1; self.y = 2
classes = [A, B, C, S, T, U, V, W, X, Y, Z, object, int, Exception, dict]
for k in (C, V, X, Y, Z, A, S):
    old = k.__bases__
    for b in classes:
        try:
            k.__bases__ = (b,)
            print(k.__name__, b.__name__, "ok", [c.__name__ for c in k.__mro__])
        except TypeError as e: print(k.__name__, b.__name__, e)
        try: k.__bases__ = old
        except TypeError as e: print("back", e)

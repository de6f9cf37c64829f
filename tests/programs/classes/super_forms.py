# wasm: yes
# super(): zero and two arguments, in class methods, nested functions, properties; errors.
class A:
    def f(self, x=0): return f"A.f({x})"
    @classmethod
    def k(cls): return f"A.k {cls.__name__}"
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    v = "A.v"
    def __getitem__(self, i): return f"A[{i}]"
class B(A):
    def f(self, x=0): return "B>" + super().f(x + 1)
    @classmethod
    def k(cls): return "B>" + super().k()
    @staticmethod
    def s(): return "B>" + super(B, B).s()
    @property
    def p(self): return "B>" + super().p
    @property
    def v(self): return "B>" + super().v
    def __getitem__(self, i): return "B>" + super().__getitem__(i)
    def nested(self):
        def inner(): return super(B, self).f(10)
        return inner(), [super(B, self).f(i) for i in range(2)], (lambda: super(B, self).p)()
    def old(self): return super(B, self).f(), super(__class__, self).f(), __class__.__name__
    def rename(this): return super().f("this")
b = B()
print(b.f(), b.k(), B.k(), b.s(), b.p, b.v, b[3], b.nested(), b.old(), b.rename())
class C(B): pass
print(C().f(), C.k(), super(B, C()).f(), super(A, C()).__repr__().startswith("<__main__.C"), hasattr(super(A, b), "f"))
def free(self): return super().f()
B.free = free
for action in (lambda: b.free(), lambda: super(B, 5), lambda: super(5, b), lambda: super(C, b).f(), lambda: super(B, b).missing, lambda: super(B, b)["x"]):
    try:
        print(action())
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
class D(A):
    def f(self):
        try:
            super().g()
        except AttributeError as error:
            return str(error)
    def set(self):
        super().__setattr__("x", 1)
        return self.x
print(D().f(), D().set())
def outer_super():
    return super()
try:
    outer_super()
except RuntimeError as error:
    print(error)

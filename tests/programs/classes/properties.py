# wasm: yes
# property: getter, setter, deleter, inheritance, errors.
class Temp:
    def __init__(self, c):
        self.celsius = c
    @property
    def celsius(self):
        """Degrees."""
        return self._c
    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._c = value
    @celsius.deleter
    def celsius(self):
        print("deleted")
        self._c = 0
    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32
t = Temp(100)
print(t.celsius, t.fahrenheit, Temp.celsius.__doc__)
t.celsius = 0
print(t.fahrenheit)
del t.celsius
def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: Temp(-300))
attempt(lambda: setattr(t, "fahrenheit", 1))
attempt(lambda: delattr(t, "fahrenheit"))
class Sub(Temp):
    @property
    def fahrenheit(self):
        return "sub " + str(super().fahrenheit)
    @Temp.celsius.setter
    def celsius(self, value):
        print("sub set", value)
        Temp.celsius.fset(self, value)
s = Sub(10)
print(s.fahrenheit, s.celsius)
class Manual:
    def get(self): return self.__dict__.get("v", "unset")
    def put(self, v): self.__dict__["v"] = v
    v = property(get, put)
    w = property(lambda self: 1 / 0)
m = Manual()
print(m.v); m.v = 5; print(m.v, m.__dict__)
attempt(lambda: m.w)
class Shadow:
    @property
    def p(self): return "property"
sh = Shadow()
sh.__dict__["p"] = "instance"
print(sh.p)
class WithGetattr:
    @property
    def broken(self):
        return self.missing_thing
    def __getattr__(self, name):
        return f"getattr {name}"
print(WithGetattr().broken, WithGetattr().other)
class WriteOnly:
    x = property(None, lambda self, v: print("wrote", v))
WriteOnly().x = 3
attempt(lambda: WriteOnly().x)

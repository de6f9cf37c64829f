# wasm: yes
# Single inheritance: overriding, super, attribute lookup order.
class Shape:
    sides = 0
    def __init__(self, name):
        self.name = name
        self.setup()
    def setup(self):
        self.log = ["shape"]
    def area(self):
        raise NotImplementedError("area of " + self.name)
    def describe(self):
        return f"{self.name} with {self.sides} sides and area {self.area()}"
class Square(Shape):
    sides = 4
    def __init__(self, size):
        self.size = size
        super().__init__("square")
    def setup(self):
        super().setup()
        self.log.append("square")
    def area(self):
        return self.size ** 2
class Big(Square):
    def __init__(self):
        super().__init__(100)
    def describe(self):
        return "big " + super().describe()
print(Square(3).describe(), Big().describe(), Big().log)
try:
    Shape("blob").describe()
except NotImplementedError as error:
    print(error)
print(isinstance(Big(), Shape), issubclass(Big, Shape), issubclass(Shape, Big), issubclass(bool, int), isinstance(Big(), (int, Square)), [c.__name__ for c in Big.__mro__], Big.__base__.__name__)
class A:
    def who(self): return "A"
    def call(self): return self.who()
class B(A):
    def who(self): return "B" + super().who()
class C(B):
    def who(self): return "C" + super().who()
print(C().call(), A.call(C()), super(C, C()).who(), super(B, C()).who(), A.who(C()))
class NoInit(Square): pass
print(NoInit(2).area())
try:
    NoInit()
except TypeError as error:
    print(error)
class Other:
    def f(self):
        return super().f()
try:
    Other().f()
except AttributeError as error:
    print(error)
try:
    class D(5): pass
except TypeError as error:
    print(error)
try:
    class E(bool): pass
except TypeError as error:
    print(error)

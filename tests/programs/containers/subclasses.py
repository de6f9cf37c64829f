# Subclasses of list, dict, tuple and set with methods replaced.
class Stack(list):
    def push(self, v):
        self.append(v)
        return self
    def __getitem__(self, i):
        return ("item", super().__getitem__(i))
s = Stack([1, 2]).push(3)
print(s, len(s), s[0], s[-1], list(s), [x for x in s], isinstance(s, list), s == [1, 2, 3], type(s + [4]), type(s[:]), s.pop())
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
    @property
    def y(self):
        return self[1]
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
p = Point(1, 2) + Point(3, 4)
print(p, p.x, p.y, p == (4, 6), hash(p) == hash((4, 6)), type(p) is Point, type(p[:]))
a, b = p
print(a, b)
class Counter(dict):
    def __missing__(self, key):
        return 0
    def add(self, items):
        for i in items:
            self[i] += 1
        return self
c = Counter().add("hello")
print(c, c["zz"], len(c), type(c.copy()), dict(c) == c, sorted(c), {**c})
class Upper(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
u = Upper(a=1)
u["b"] = 2
u.update(c=3)
print(u, u.get("B"))
class Bag(set):
    def add(self, v):
        print("adding", v)
        super().add(v)
bag = Bag([1])
bag.add(2)
print(sorted(bag), bag == {1, 2}, isinstance(bag, set), bag)
class Tagged(list):
    def __init__(self, tag, *items):
        super().__init__(items)
        self.tag = tag
t = Tagged("t", 1, 2)
print(t, t.tag, t.__dict__, Tagged("e"))

# Subclasses of int and float keep their arithmetic; results are plain.
class Count(int):
    def __repr__(self):
        return f"Count({int(self)})"
    def twice(self):
        return self * 2
class Metres(float):
    unit = "m"
    def __str__(self):
        return f"{float(self):.1f} {self.unit}"
c = Count(20)
print(c, repr(c), c + 1, type(c + 1), c.twice(), c == 20, hash(c) == hash(20), c > 3, [c], {c: 1}[20])
m = Metres(2.5)
print(m, repr(m), m + 1, type(m * 2), m.unit, m == 2.5)
print(isinstance(c, int), isinstance(m, float), isinstance(c, Count), issubclass(Count, int), bool(Count(0)))
print(list(range(Count(3))), "abc"[Count(1)], [0] * Count(2), int(c), type(int(c)), -c, abs(Count(-4)))
c.note = "attribute"
print(c.note, c.__dict__, f"{c:05d}", "%d" % c, str(c), max(Count(1), Count(5)))

# Struct sequences: tuples with named fields, some of which the tuple does not show.
import sys
import time
t = time.gmtime(0)
print(t.n_fields, len(t), t)
print(t.tm_zone, t.tm_gmtoff, t[:], t == tuple(t), hash(t) == hash(tuple(t)))
print(time.struct_time.__match_args__)
u = time.struct_time(range(9)); print(u, u.tm_zone)
u = time.struct_time(range(11)); print(u, u.tm_zone, u.tm_gmtoff)
u = time.struct_time(range(10), {"tm_gmtoff": 4}); print(u, u.tm_zone, u.tm_gmtoff)
u = time.struct_time(sequence=range(9), dict={"tm_gmtoff": 4}); print(u, u.tm_zone, u.tm_gmtoff)
for args in [(), (None,), ("123",), (range(12),), (range(9), {"nope": 1}), (range(10), {"tm_zone": 1}), (range(9), 3), ("123456789", None)]:
    try: print(time.struct_time(*args))
    except TypeError as e: print(e)
print(t.__reduce__())
d = time.struct_time([[i] for i in range(11)])
try: t.tm_year = 4
except AttributeError as e: print(e)
def year(t): return t.tm_year, t.tm_zone
for i in range(3): print(year(t), year(u))
match t:
    case time.struct_time(y, m, d): print(y, m, d)
for x in sys.version_info, sys.flags:
    try: type(x)(x)
    except TypeError as e: print(e)
print(sys.version_info >= (3, 8), sys.version_info[:2], sys.float_info.max, type(sys.float_info)(range(11)))
try: type(sys.float_info)(range(10))
except TypeError as e: print(e)
try:
    class S(time.struct_time): pass
except TypeError as e: print(e)
print(time.struct_time.tm_zone, type(time.struct_time.tm_year).__name__)
print(time.mktime(time.struct_time((2000, 1, 1, 0, 0, 0, 0, 1, 0))) > 0, time.strftime("%Y", t))

# + and * of sequences come after the operators of numbers of both operands, also in place.
# wasm: yes
import operator
from _collections import deque
class R:
    def __radd__(self, other): return ('radd', type(other).__name__)
    def __iter__(self): return iter((1, 2))
class N(R):
    def __radd__(self, other): return NotImplemented
class L(list): pass
class LA(list):
    def __add__(self, other): return 'own add'
class LR(list):
    def __radd__(self, other): return 'LR radd'
class B(bytearray): pass
class D(deque): pass
for make in (list, L, LA, bytearray, B, deque, D, tuple):
    for right in (R(), N(), LR([3]), L([4]), [5], (6,), b'7', deque([8]), 9, None):
        x = make()
        y = x
        try:
            x += right
            print(make.__name__, type(right).__name__, x, x is y, y)
        except TypeError as e:
            print(make.__name__, type(right).__name__, e)

class I:
    def __index__(self): return 2
class IM(I):
    def __mul__(self, other): return NotImplemented
class IR(I):
    def __rmul__(self, other): return 'rmul'
class IRN(I):
    def __rmul__(self, other): return NotImplemented
class M:
    def __rmul__(self, other): return 'M'
for make in (lambda: [1], lambda: L([1]), lambda: (1,), lambda: 'a', lambda: b'b', lambda: bytearray(b'c'), lambda: deque([1]), lambda: D([1])):
    for right in (I(), IM(), IR(), IRN(), M(), True, 1.5, None):
        x = make()
        try: print(type(x).__name__, type(right).__name__, x * right)
        except TypeError as e: print(type(x).__name__, type(right).__name__, e)
        try: print('reflected', right * x)
        except TypeError as e: print('reflected', e)
        y = x
        try:
            x *= right
            print(x, x is y)
        except TypeError as e: print(e)


class Sized:
    def __init__(self, items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, at): return self.items[at]
    def __add__(self, other): return ('Sized', len(other))
for left, right in (([1], [2]), ((1,), (2,)), ('a', 'b'), (Sized([1]), [2]), ([1], Sized([2])), (1, 2), (Sized([]), 3), ({}, {})):
    for function in operator.concat, operator.iconcat:
        try: print(function.__name__, function(left, right))
        except TypeError as e: print(function.__name__, e)
for kind in list, tuple, str, bytes, bytearray, deque:
    print(kind.__name__, [name for name in ('__add__', '__radd__', '__iadd__', '__mul__', '__rmul__', '__imul__') if name in kind.__dict__])
    for name in '__add__', '__iadd__', '__mul__', '__rmul__', '__imul__':
        for operand in (2, 'x', 2.5):
            method = getattr(kind(), name, None)
            if method is None: continue
            try: print(name, method(operand))
            except Exception as e: print(name, type(e).__name__, e)

class Own(list):
    def __add__(self, other): return NotImplemented
    def __mul__(self, other): return NotImplemented
    def __imul__(self, other): return 'own imul'
class Reflecting(list):
    def __rmul__(self, other): return 'own rmul'
for left, right in ((Own([1]), [2]), ([2], Own([1])), (Own([1]), 3), (3, Own([1])), (Reflecting([1]), 2), (2, Reflecting([1])), ([5], Reflecting())):
    for plain, in_place in (operator.add, operator.iadd), (operator.mul, operator.imul):
        try: print(type(left).__name__, plain.__name__, plain(left, right))
        except TypeError as e: print(type(left).__name__, plain.__name__, e)
        try: print(in_place(left, right))
        except TypeError as e: print(e)
class Late: pass
Late.__add__ = list.__add__
try: Late() + [1]
except TypeError as e: print(e)
del Own.__add__
print(Own([1]) + [2], Own.__add__)
n = 3
n *= [1]
print(n)
n = {}
try: n *= [1]
except TypeError as e: print(e)
n = M()
try: n *= [1]
except TypeError as e: print(e)
for count in (2**70, -2**70, True, False, -1, 0):
    try: print(len([1] * count), len(count * ()), 'ab' * count)
    except Exception as e: print(type(e).__name__, e)
b = b'kept'
print(b * 1 is b, (1, 2) * 1 == (1, 2))

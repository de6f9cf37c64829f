# Frames of text that is compiled at run time, and of functions that compile text.
import sys
ns = {"sys": sys}
exec('''
def f(a, b=[1]):
    c = a
    def g():
        return c
    return sorted(sys._getframe().f_locals), sys._getframe().f_code.co_name, sys._getframe(1).f_locals is globals()
print(f(1))
def gen(x):
    for i in range(x):
        yield i, sorted(sys._getframe().f_locals)
for t in gen(2): print(t)
g = gen(3)
print(g.gi_frame.f_locals)
next(g)
print(g.gi_frame.f_locals)
class C:
    q = 1
    print(sys._getframe().f_locals['q'])
def err(z):
    w = z
    1 / 0
try:
    err(5)
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals)
print([sys._getframe().f_code.co_name for i in 'a'])
''', ns)
def host():
    v = 10
    return eval("sys._getframe().f_back.f_locals['v'] + v"), eval("sorted(locals())")
print(host())

def h2():
    exec("newvar = 5")
    return locals()["newvar"], sorted(sys._getframe().f_locals)
print(h2())

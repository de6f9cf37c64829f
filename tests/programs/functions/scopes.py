# wasm: yes
# Name resolution: local, enclosing, global, builtin; class bodies do not enclose.
x = "global"
def f():
    return x
def g():
    x = "g local"
    return f(), x, (lambda: x)(), [x for _ in range(1)]
print(f(), g())
class C:
    x = "class"
    def method(self):
        return x
    inner = x
    y = [x for _ in range(1)]
    z = (lambda: x)()
print(C().method(), C.inner, C.y, C.z)
def h():
    x = "h"
    class D:
        seen = x
        def m(self):
            return x
    class E:
        x = "E"
        seen = x
    return D.seen, D().m(), E.seen
print(h())
def conditional(flag):
    if flag:
        value = 1
    try:
        return value
    except UnboundLocalError as error:
        return str(error)
print(conditional(True), conditional(False))
def loop_variable():
    for i in range(3):
        pass
    for j in []:
        pass
    try:
        j
    except UnboundLocalError as error:
        print(error)
    return i
print(loop_variable())
def exception_variable():
    error = "before"
    try:
        raise ValueError("v")
    except ValueError as error:
        pass
    try:
        return error
    except UnboundLocalError as e:
        return str(e)
print(exception_variable())
def redefine():
    def a(): return 1
    first = a
    def a(): return 2
    return first(), a()
print(redefine())
if True:
    def maybe(): return "yes"
else:
    def maybe(): return "no"
print(maybe())
def deep():
    a = 1
    def b():
        def c():
            def d():
                return a
            return d
        return c
    return b()()()
print(deep())
abs = lambda v: "mine"
print(abs(-1))
del abs
print(abs(-1))
try:
    print(undefined_thing)
except NameError as error:
    print(error)
def arg_del(a):
    del a
    try:
        a
    except UnboundLocalError as error:
        return str(error)
print(arg_del(1))

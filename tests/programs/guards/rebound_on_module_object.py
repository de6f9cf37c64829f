# setattr and delattr on the module object change what the module's own loops call.
# wasm: yes
import sys

this = sys.modules[__name__]


def weight(x):
    return x + 3


LIMIT = 300


def hot():
    total = 0
    for i in range(LIMIT):
        total += weight(i)
    return total


print(hot())
keep = weight
setattr(this, "weight", lambda x: -x)
print(hot())
this.LIMIT = 10
print(hot())
this.LIMIT = True
print(hot())
this.weight = keep
print(hot())
del this.weight
try:
    hot()
except NameError as error:
    print(error)
setattr(this, "weight", float)
this.LIMIT = 300
print(hot())
vars(this)["weight"] = keep
print(hot())
this.LIMIT = 3.5
try:
    hot()
except TypeError as error:
    print(error)

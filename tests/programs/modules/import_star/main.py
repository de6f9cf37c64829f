# wasm: yes
# from m import *: public names, __all__, overriding, packages.
shared = "main"
from plain import *
print(public, shared, Klass().hi(), function())
for name in ("_private", "__dunder", "sys"):
    print(name, name in globals())
from listed import *
print(chosen, _also_chosen, "not_chosen" in globals())
from pack import *
print(exported, "sub" in globals(), sub.where)
import plain
print(plain._private, public is plain.public)
public = "rebound"
print(plain.public, plain.get_public())
plain.public = "patched"
print(public, plain.get_public())
try:
    from broken import *
except AttributeError as error:
    print(error)

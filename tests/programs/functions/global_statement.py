# wasm: yes
# global: reading, writing, deleting, in nested functions and in classes.
counter = 0
def bump():
    global counter
    counter += 1
    return counter
bump(); bump()
print(counter)
def create():
    global made_here
    made_here = "made"
try:
    made_here
except NameError as error:
    print(error)
create()
print(made_here)
def remove():
    global made_here
    del made_here
remove()
try:
    remove()
except NameError as error:
    print(error)
def local_shadow():
    counter = "local"
    def inner():
        global counter
        counter = 100
    inner()
    return counter
print(local_shadow(), counter)
def unbound():
    try:
        print(counter)
    except UnboundLocalError as error:
        print(error)
    counter = 1
unbound()
class C:
    global from_class
    from_class = 5
    counter = "class"
    def get(self):
        return counter
print(from_class, C().get(), C.counter, hasattr(C, "from_class"))
def loop():
    global i
    for i in range(3):
        pass
loop()
print(i)
def imports_and_defs():
    global helper, Thing
    def helper():
        return "helper"
    class Thing:
        pass
imports_and_defs()
print(helper(), Thing.__name__, Thing.__qualname__)
len = lambda x: "shadowed builtin"
print(len([]))
del len
print(len([]))

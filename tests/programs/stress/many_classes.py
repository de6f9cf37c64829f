# wasm: yes
# Many small classes in a hierarchy, made in loops, with shared and own methods.
classes = []
for i in range(30):
    base = classes[i // 2] if classes else object
    def make(i=i, base=base):
        class K(base):
            number = i
            def me(self): return i
            def path(self):
                above = super()
                return [i] + (above.path() if hasattr(above, "path") else [])
        if i % 3 == 0:
            K.extra = lambda self: f"extra{i}"
        if i % 5 == 0:
            K.me = lambda self: -i
        return K
    classes.append(make())
print([c().me() for c in classes])
print(classes[29]().path(), classes[22]().extra(), [c.number for c in classes[::7]], len(classes[29].__mro__))
print(sum(issubclass(a, b) for a in classes for b in classes), isinstance(classes[29](), classes[3]))
objects = [c() for c in classes for _ in range(3)]
for n, o in enumerate(objects):
    setattr(o, f"a{n % 7}", n)
    o.common = n
print(sum(o.common for o in objects), sum(getattr(o, "a3", 0) for o in objects), sorted({k for o in objects for k in o.__dict__}))
def total(items):
    t = 0
    for o in items:
        t += o.me() + o.number
    return t
print(total(objects))
classes[0].me = lambda self: 1000
print(total(objects))
for c in classes:
    if "me" in c.__dict__: del c.me
try:
    objects[0].me()
except AttributeError as error:
    print(error)

# Where names live: the module, dicts, mappings, the variables of functions and class bodies.
# wasm: yes
shared = 1
exec("shared += 1; made = 'here'")
print(shared, made, "made" in globals())
exec("shared = 50", globals())
print(shared)
local = {}
exec("shared = 'local'; fresh = shared", globals(), local)
print(shared, local)
exec("global shared\nshared = 'global'", globals(), local)
print(shared, local)
exec("def reader(): return shared", globals(), local)
print(local["reader"]())
shared = "changed"
print(local["reader"]())


def variables(a):
    b = a * 2
    exec("a = 100; c = a + b")
    seen = locals()
    print(a, b, sorted(seen))
    print(seen is locals(), eval("c"), seen["c"])
    b = 7
    print(locals()["b"], seen["b"])
    seen["b"] = "lost"
    print(b, locals()["b"])
    del b
    print(sorted(locals()))
    exec("print(sorted(k for k in locals()))")
    return eval("[a, c]")


print(variables(5))


def loops():
    out = []
    for i in range(3):
        exec("t = i * 10")
        out.append(eval("t"))
    return out, [eval("i", {"i": j}) for j in range(2)]


print(loops())


def generator():
    x = 1
    exec("y = 2")
    yield sorted(locals())
    x = 5
    yield eval("x"), eval("y")


print(list(generator()))


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Recording()


class Recording(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("set", key)
        super().__setitem__(key, value)


class C(metaclass=Meta):
    one = 1
    exec("two = one + 1")
    three = eval("two + 1")


print(C.two, C.three)


class Upper:
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        print("get", k)
        return self.d[k]

    def __setitem__(self, k, v):
        print("store", k)
        self.d[k] = v

    def __delitem__(self, k):
        print("delete", k)
        del self.d[k]

    def keys(self):
        return self.d.keys()


u = Upper()
exec("a = 1\nb = a + 1\ndel a\nprint(b)\ndef f(): return 1\n[b for b in (5,)]\nprint(b)", {}, u)
print(sorted(u.d))
g = {"n": 3}
exec("""
def outer():
    def inner(): return n
    return inner
k = [n for _ in range(2)]
gen = list(n for _ in range(2))
class K:
    n = 'class'
    inside = [n for _ in range(1)]
    def method(self): return n
print(globals() is locals(), sorted(x for x in globals() if x[0] != '_'), dir()[-1], 'n' in vars())
""", g)
print(g["outer"]()(), g["k"], g["gen"], g["K"].inside, g["K"]().method())
exec("x = 1", g, l := {})
print(l, "x" in g)
try:
    exec("y = n\nz = [q for _ in range(1)]", {}, {"n": 1, "q": 2})
    print("comprehension sees locals")
except NameError as e:
    print(e)
try:
    exec("z = list(q for _ in range(1))", {}, {"q": 2})
except NameError as e:
    print("generator", e)
try:
    exec("def f(): return q\nf()", {}, {"q": 2})
except NameError as e:
    print("function", e)
for code in ["del nothing", "nothing", "global gg; del gg", "x: int = undefined", "nothing += 1"]:
    try:
        exec(code, {})
    except NameError as e:
        print(code, "|", type(e).__name__, e)
exec("print(__name__)")
exec("print(__name__)", {})
exec("class X: pass\ndef f(): pass\nprint(X.__module__, f.__module__)", {})
d = {"__builtins__": {"print": print, "NameError": NameError}}
exec("print('restricted')\ntry:\n    len\nexcept NameError as e:\n    print(e)", d)
print(sorted(d))
e = exec
e("aliased = 'yes'")
print(aliased)
run = {"go": eval}
print(run["go"]("shared"))
exec(compile("single = 5", "s", "single"))
print(single)
exec("exec('exec(\"deep = 1\")')")
print(deep)

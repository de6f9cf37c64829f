# globals() of each module; functions keep the globals of their module.
import other
x = "main x"
print(other.get(), other.get.__globals__ is other.__dict__, other.get.__module__)
globals()["made"] = 5
print(made, globals()["x"], "other" in globals(), globals() is globals())
borrowed = other.get
other.x = "changed"
print(borrowed(), x)
other.install(globals(), "injected", lambda: "called " + x)
print(injected())
def late(): return defined_later
try:
    late()
except NameError as error:
    print(error)
globals().update(defined_later="now")
print(late())
del globals()["defined_later"]
try:
    late()
except NameError as error:
    print(error)
for name in [n for n in globals() if n == "made"]:
    print(name, globals()[name])
globals()["late"] = lambda: "replaced"
print(late())
globals()["print_me"] = 1
print(print_me, globals().get("absent"), len([k for k in globals() if k.startswith("__")]) >= 5)

# Imports in functions, conditions, loops, try, class bodies; order of side effects.
print("start")
def use():
    import lazy
    return lazy.value
print("before use")
print(use(), use())
if False:
    import never
for i in range(2):
    import looped
    print(i, looped.n)
try:
    import does_not_exist_anywhere
except ImportError as error:
    print(type(error).__name__, error, error.name)
    import fallback as does_not_exist_anywhere
print(does_not_exist_anywhere.kind)
class C:
    import lazy as attribute
    from looped import n
print(C.attribute.value, C.n)
def star_args(import_name=None):
    from fallback import kind as k, kind
    return k + kind
print(star_args())
def shadows():
    lazy = "local"
    return lazy
print(shadows(), "lazy" in globals())
try:
    import fails
except ValueError as error:
    print("module failed:", error)
try:
    import fails
except ValueError as error:
    print("and again:", error)

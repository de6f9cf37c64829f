# wasm: yes
# None, Ellipsis, NotImplemented: identity, text, errors.
print(None, repr(None), None is None, None == None, None != 0, bool(None), type(None))
print(..., Ellipsis, ... is Ellipsis, bool(...), type(...), repr(NotImplemented), type(NotImplemented))
print([None, ...], {None: 1}[None], hash(None) == hash(None))
def nothing():
    pass
print(nothing(), (lambda: None)(), [].sort(), print("inner"))
for action in (lambda: None.x, lambda: None + 1, lambda: None[0], lambda: None(), lambda: len(None), lambda: iter(None),
               lambda: -None, lambda: [][None], lambda: "a" + None, lambda: None < 1):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ":", error)
try:
    None.x = 1
except AttributeError as error:
    print(error)
try:
    for _ in None:
        pass
except TypeError as error:
    print(error)

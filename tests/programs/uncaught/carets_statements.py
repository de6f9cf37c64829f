# wasm: yes
# What is underlined in each kind of statement.
def attempt(operation):
    try:
        operation()
    except Exception as error:
        return error


def for_header():
    for item in 5:
        pass


def for_unpacking():
    for a, b in [(1, 2), (3,)]:
        pass


def while_header():
    while len(4): pass


def if_header():
    if 1 < "x" < 3: return


def assertion():
    assert 1 == 2


def assertion_with_text():
    assert [] , "text: " + str(3)


def assertion_that_fails():
    assert 1 + "x", "never"


def returning(): return undefined_name


def unpacking():
    a, b, c = [1, 2]


def unpacking_more():
    a, *b = []


def deleting():
    d = {}
    del d["k"]


def deleting_name():
    x = 1
    del x
    del x


def augmented():
    x = 1
    x += "y"


def augmented_item():
    x = [1]
    x[0] -= "y"


def augmented_attribute():
    attempt.count **= 2


def annotated():
    x: int = int("?")


def raising(): raise KeyError("k") from None


def importing():
    from sys import no_such_name


def global_name():
    global gone
    print(gone)


checks = [value for name, value in list(globals().items()) if callable(value) and name != "attempt"]
errors = [attempt(f) for f in checks]
raise ExceptionGroup("statements", errors[:12]) from ExceptionGroup("more", errors[12:])

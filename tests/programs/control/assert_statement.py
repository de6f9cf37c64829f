# wasm: yes
# assert with and without message; evaluation of the message only on failure.
def message():
    print("message evaluated")
    return "the message"
assert True, message()
assert [1], message()
for check in (lambda: 0, lambda: "", lambda: 1):
    try:
        assert check(), message()
        print("passed")
    except AssertionError as error:
        print("failed:", error, error.args)
try:
    assert False
except AssertionError as error:
    print(repr(error), str(error) == "", error.args)
try:
    assert 1 == 2, ("tuple", "message")
except AssertionError as error:
    print(error.args)
def positive(n):
    assert n > 0, f"{n} is not positive"
    return n
print(positive(3))
try:
    positive(-1)
except AssertionError as error:
    print(type(error).__name__, error)
try:
    assert None, None
except AssertionError as error:
    print(repr(error))
AssertionError = ValueError
try:
    assert 0, "builtin AssertionError all the same"
except Exception as error:
    print(type(error).__name__, error)

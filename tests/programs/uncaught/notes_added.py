# wasm: yes
# add_note, and what it does to __notes__.
error = ValueError("v")
print(hasattr(error, "__notes__"))
error.add_note("one")
print(error.__notes__, error.__dict__)
for wrong in (1, None, b"x"):
    try:
        error.add_note(wrong)
    except TypeError as problem:
        print(problem)
error.__notes__ = ["replaced"]
error.add_note("two")
error.__notes__ = "no list"
try:
    error.add_note("three")
except TypeError as problem:
    print(problem)


class Frozen(Exception):
    def __setattr__(self, name, value):
        raise AttributeError(f"{name} is frozen")


try:
    Frozen().add_note("x")
except AttributeError as problem:
    print(problem)
raise error

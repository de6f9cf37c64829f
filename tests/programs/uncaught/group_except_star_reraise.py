# wasm: yes
# Groups that `except*` splits keep their tracebacks, notes and causes.
def raising():
    group = ExceptionGroup("g", [ValueError("v"), ExceptionGroup("h", [KeyError("k"), ValueError("w")])])
    group.add_note("note of the group")
    raise group from OSError("the cause")


def splitting():
    try:
        raising()
    except* ValueError:
        raise


def naked():
    try:
        raise ValueError("not a group")
    except* ValueError as group:
        print(repr(group))
        raise


try:
    naked()
except* ValueError:
    splitting()

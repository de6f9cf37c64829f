# wasm: yes
# `except*` lets the rest of a group pass, together with what its handlers raise.
def group():
    return ExceptionGroup("all", [ValueError("v"), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError("w")])])


def handle():
    try:
        raise group()
    except* ValueError as errors:
        print([str(e) for e in errors.exceptions])
        raise RuntimeError("while handling values")
    except* TypeError:
        print("type errors handled")


handle()

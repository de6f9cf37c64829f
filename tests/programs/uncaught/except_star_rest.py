# wasm: yes
# What is left after several except* clauses, with else and finally, and nested ones.
def make():
    return ExceptionGroup(
        "all",
        [ValueError(1), ExceptionGroup("in", [TypeError(2), KeyError(3), OSError(4)]), IndexError(5)],
    )


def handle():
    try:
        try:
            raise make()
        except* (ValueError, TypeError) as group:
            print("first", [type(e).__name__ for e in group.exceptions])
        except* LookupError as group:
            print("second", group.exceptions)
            try:
                raise group
            except* KeyError:
                print("nested")
        else:
            print("never")
        finally:
            print("finally")
    except* IndexError as group:
        print("third", repr(group))
        raise ValueError("new") from group


handle()

# wasm: yes
# except* with things that it cannot catch.
def attempt(kind):
    try:
        try:
            raise ValueError("v")
        except* kind:
            print("caught")
    except TypeError as error:
        return error


errors = [attempt(k) for k in (5, ExceptionGroup, (ValueError, BaseExceptionGroup), int, (KeyError, 3))]
raise ExceptionGroup("wrong", [e for e in errors if e])

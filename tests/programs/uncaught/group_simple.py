# wasm: yes
# An exception group with exceptions that were raised and ones that were not.
def fail(kind, text):
    try:
        raise kind(text)
    except Exception as error:
        return error


raise ExceptionGroup("group", [fail(ValueError, "raised"), KeyError("not raised"), fail(TypeError, "two\nlines")])

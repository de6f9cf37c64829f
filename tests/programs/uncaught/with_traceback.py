# wasm: yes
# Tracebacks taken from other exceptions.
def fail(text):
    raise ValueError(text)


def collect():
    try:
        fail("one")
    except ValueError as error:
        return error.__traceback__


tb = collect()
try:
    raise KeyError("no old traceback").with_traceback(None)
except KeyError as error:
    print(error.__traceback__.tb_next)
raise TypeError("another").with_traceback(tb)

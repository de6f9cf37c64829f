# wasm: yes
# The traceback grows on the way out and again when it is raised another time.
def inner():
    raise ValueError("deep")


def middle():
    try:
        inner()
    except ValueError:
        raise


def outer():
    try:
        middle()
    except ValueError as error:
        kept = error
    raise kept


try:
    outer()
except ValueError as error:
    raise error

# wasm: yes
# `raise` without an active exception.
def reraise():
    raise


try:
    try:
        1 / 0
    except ZeroDivisionError:
        reraise()
except ZeroDivisionError as error:
    print("reraised", error)
reraise()

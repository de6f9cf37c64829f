# wasm: yes
# `except` with something that is no exception class.
def check(kind):
    try:
        raise ValueError("value")
    except kind:
        print("caught")


check((KeyError, ValueError))
check("text")

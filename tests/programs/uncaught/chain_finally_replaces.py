# wasm: yes
# `finally` blocks that raise, return and continue.
def swallow():
    try:
        raise ValueError("swallowed")
    finally:
        return "returned"


def loop():
    for n in range(3):
        try:
            raise KeyError(n)
        finally:
            continue
    return "looped"


def replace():
    try:
        try:
            raise ValueError("inner")
        finally:
            raise TypeError("from the inner finally")
    finally:
        raise RuntimeError("from the outer finally")


print(swallow(), loop())
replace()

# wasm: yes
# `__notes__` that is no sequence is shown by its repr.
class Bad:
    def __repr__(self):
        raise ValueError("no repr")


def chained():
    first = KeyError("a str")
    first.__notes__ = "text"
    try:
        raise first
    except KeyError:
        second = KeyError("a number")
        second.__notes__ = 3.5
        try:
            raise second
        except KeyError:
            third = KeyError("a tuple")
            third.__notes__ = ("one", "two")
            try:
                raise third
            except KeyError:
                fourth = KeyError("none at all")
                fourth.__notes__ = []
                raise fourth


try:
    chained()
except KeyError:
    fifth = LookupError("no repr")
    fifth.__notes__ = Bad()
    raise fifth

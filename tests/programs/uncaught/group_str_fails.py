# wasm: yes
# Text of members that cannot be had, and empty texts.
class NoText(Exception):
    def __str__(self):
        raise ValueError("no")


class Empty(Exception):
    pass


raise ExceptionGroup("", [NoText(), Empty(), Empty(""), Empty("a", 1), KeyError("it's"), KeyError(("a", 1)), KeyError()])

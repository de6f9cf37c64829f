# wasm: yes
"""Messages about arguments of the wrong type, which call None by its name where CPython's argument parser writes them."""
import sys
import time


class Plain:
    pass


calls = [
    lambda: "a".replace("a", None), lambda: "a".replace(None, "a"), lambda: "a".encode(None), lambda: "a".encode("utf-8", None),
    lambda: str(b"", None), lambda: str(b"", "utf-8", None), lambda: b"".decode(None), lambda: b"".decode("ascii", None),
    lambda: format(1, None), lambda: (1).__format__(None), lambda: "".__format__(None), lambda: (1.5).__format__(None),
    lambda: Plain().__format__(None), lambda: open("x", None), lambda: sys.intern(None), lambda: time.strftime(None),
    lambda: ExceptionGroup(None, [ValueError()]), lambda: type(sys)(None), lambda: (1).to_bytes(1, None),
    lambda: b"".ljust(3, None), lambda: bytes.fromhex(None), lambda: "a".partition(None), lambda: "a".find(None),
    lambda: "a".strip(2), lambda: "a".startswith(None), lambda: "a".removeprefix(None), lambda: "a".split(3),
    lambda: "a".join(None), lambda: "a".zfill(None), lambda: "a".center(3, None), lambda: "a".count(None),
    lambda: "a".splitlines(None), lambda: "a".expandtabs(None), lambda: "".maketrans("a", None), lambda: "a" in None,
    lambda: None in "a", lambda: int("1", None), lambda: round(1.5, "a"), lambda: ord(None), lambda: chr(None),
    lambda: sys.stdout.write(None), lambda: len(None), lambda: divmod(None, 1), lambda: sum(None), lambda: sum([], ""),
    lambda: getattr(1, None), lambda: setattr(Plain(), None, 1), lambda: isinstance(1, None), lambda: super(None, 1),
]
for number, call in enumerate(calls):
    try:
        print(number, repr(call()))
    except (TypeError, LookupError, ValueError) as error:
        print(number, type(error).__name__, error)

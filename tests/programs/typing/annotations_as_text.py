# wasm: yes
"""from __future__ import annotations: nothing is evaluated, targets are."""
from __future__ import annotations


def note(text):
    print("note", text)
    return text


class Thing:
    pass


thing = Thing()
a: undefined[int] = 1
(b): undefined = 2
thing.x: undefined = 3
[0][note(0)]: undefined
print(__annotations__)


class Holder[T]:
    p: T | None
    q: list[undefined]
    (r): undefined

    def method[U](self, x: T, *y: *tuple[U], z: (1, 2) = 0) -> "text":
        return __class__


print(Holder.__annotations__, Holder.method.__annotations__, Holder().method(1))


def function[T: undefined](a: lambda x: x, b: {1: 2}, c: f"{x!r:>{y}}", d: x if y else z) -> not a < b is c:
    pass


print(function.__annotations__, function.__type_params__)

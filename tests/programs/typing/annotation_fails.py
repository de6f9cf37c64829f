# wasm: yes
"""An exception while a generic function is made: the frame of its type parameters."""


def outer():
    def inner[T](x: list[T], y: T.missing) -> T:
        return x


outer()

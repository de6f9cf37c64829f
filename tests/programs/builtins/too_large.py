"""What is too large: indices that no sequence reaches, sizes that no memory has."""


class Empty:
    pass


class Sized:
    def __len__(self):
        return 1


class Index:
    def __index__(self):
        return 10**20


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def delete(container, key):
    del container[key]


def store(container, key):
    container[key] = 1


for container in ({1}, frozenset(), "a", b"a", (1,), range(3), [1], {}, None, 3, 2.0, len, object, iter([]), slice(1), {}.keys(),
                  bytearray(b"a"), Empty(), Sized()):
    for key in 10**20, Index(), 0, "a", 1.5, None, slice(0, 1):
        if type(container) is not dict or type(key) is not Index:
            attempt(lambda: delete(container, key))
            attempt(lambda: store(container, key))
    attempt(lambda: container[10**20])

makers = (bytes, bytearray, lambda n: "a" * n, lambda n: b"a" * n, lambda n: [1] * n, lambda n: (1,) * n, lambda n: "ab".center(n),
          lambda n: "ab".ljust(n), lambda n: "ab".zfill(n), lambda n: b"ab".zfill(n))
for count in 2**62, 2**63, 10**20:
    for make in makers:
        attempt(lambda: len(make(count)))
attempt(lambda: bytes(2**50))
attempt(lambda: "a" * 2**50)
attempt(lambda: bytearray(1j))
attempt(lambda: bytearray(len))
attempt(lambda: bytes(1j))

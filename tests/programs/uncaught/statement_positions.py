# wasm: yes
# What is marked in stores, deletions and other targets.
class Strict:
    def __setattr__(self, name, value):
        raise KeyError(name)

    def __setitem__(self, key, value):
        raise KeyError(key)

    def __delitem__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        return key

    def __iadd__(self, other):
        raise ValueError("iadd")


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def attribute(): s.x = y = 1


def item(): y = s[0] = 1


def sliced(): s[1:2] = 1


def unpacked(): y, s[0], z = 1, 2, 3


def starred(): y, *s.rest = 1, 2


def augmented(): s[0] += 1


def augmented_name():
    t = s; t += 1


def delete_item(): del s[0], s


def delete_slice(): del s[1:2]


def in_for():
    for s.x in [1]: pass


def in_for_item():
    for i, s[i] in [(1, 2)]: pass


def in_with():
    with open("statement_positions.py") as s.file: pass


def annotated(): s.x: int = 3


def walrus(): return [t := s, t.missing]


def chained(): s.x.y = s


def long_target(): s[
    0] = 1


s = Strict()
functions = [attribute, item, sliced, unpacked, starred, augmented, augmented_name, delete_slice, in_for, in_for_item]
more = [annotated, walrus, chained, long_target]
raise ExceptionGroup("targets", [attempt(f) for f in functions]) from ExceptionGroup("more", [attempt(f) for f in more])

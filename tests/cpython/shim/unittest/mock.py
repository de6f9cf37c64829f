"""Attributes of modules that are something else for a while."""
import sys
import unittest


class Patched:
    def __init__(self, item, name, value):
        self.item, self.name, self.value = item, name, value

    def __enter__(self):
        self.had = self.name in vars(self.item)
        self.old = getattr(self.item, self.name, None)
        setattr(self.item, self.name, self.value)
        return self.value

    def __exit__(self, *error):
        if self.had:
            setattr(self.item, self.name, self.old)
        else:
            delattr(self.item, self.name)

    def __call__(self, function):
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return patched


def patch(target, new=None, **kwargs):
    if new is None:
        raise unittest.SkipTest("needs unittest.mock")
    module, _, name = target.rpartition(".")
    return Patched(sys.modules[module], name, new)


patch.object = Patched


def MagicMock(*args, **kwargs):
    raise unittest.SkipTest("needs unittest.mock")


Mock = MagicMock

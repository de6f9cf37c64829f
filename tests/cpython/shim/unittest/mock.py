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


def patch_object(item, name, new=None, **kwargs):
    if new is None:
        raise unittest.SkipTest("needs unittest.mock")
    return Patched(item, name, new)


patch.object = lambda item, name, new=None, **kwargs: Later(patch_object, item, name, new, **kwargs)


class Later:
    """A patch that is made when it is used, so that one that cannot be made skips its test only."""

    def __init__(self, make, *args, **kwargs):
        self.make = lambda: make(*args, **kwargs)

    def __enter__(self):
        self.made = self.make()
        return self.made.__enter__()

    def __exit__(self, *error):
        return self.made.__exit__(*error)

    def __call__(self, function):
        def patched(*args, **kwargs):
            return self.make()(function)(*args, **kwargs)
        return patched


def MagicMock(*args, **kwargs):
    raise unittest.SkipTest("needs unittest.mock")


Mock = MagicMock

import unittest

HIGHEST_PROTOCOL = -1
DEFAULT_PROTOCOL = 4
PicklingError = PickleError = TypeError


def dumps(*args, **kwargs):
    raise unittest.SkipTest("needs pickle")


loads = dump = load = Pickler = Unpickler = dumps

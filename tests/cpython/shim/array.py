import unittest


def array(*args):
    raise unittest.SkipTest("needs array")


ArrayType = ()

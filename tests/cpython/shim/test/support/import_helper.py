import sys
import unittest


def import_module(name, *args, **kwargs):
    try:
        return __import__(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, *args, **kwargs):
    raise unittest.SkipTest("needs the import system")


CleanImport = DirsOnSysPath = import_fresh_module

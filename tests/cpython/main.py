"""Runs test modules of CPython given by file, through exec: the compiler is in the program.

usage: main FILE [ONLY]       prints one line for each test
"""
import sys
import abc
import collections
import collections.abc
import contextlib
import copy
import copyreg
import doctest
import enum
import errno
import functools
import gc
import inspect
import io
import itertools
import keyword
import math
import operator
import os
import pickle
import random
import reprlib
import string
import textwrap
import time
import types
import unittest
import warnings
import weakref
import _weakref
import array
import bisect
import heapq
import numbers
import __future__
import builtins
import test
import test.support
import test.support.import_helper
import test.support.os_helper
import test.support.script_helper
import test.support.testcase
import test.support.warnings_helper
import test.list_tests
import test.mapping_tests
import test.seq_tests

# What an implementation may have and the other not, so that neither is asked: tests that use it are skipped.
ABSENT = """struct decimal fractions asyncio threading re ast dis tempfile shutil platform locale traceback contextvars json
linecache subprocess signal datetime unittest.mock _testcapi dataclasses _testinternalcapi concurrent concurrent.futures
opcode pathlib ctypes socket select codecs unicodedata hashlib binascii marshal""".split()


class Absent:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args, **kwargs):
        raise unittest.SkipTest("needs " + self.name)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.name}.{name}")

    def __mro_entries__(self, bases):
        return ()


class AbsentModule(types.ModuleType):
    __path__ = ()
    __file__ = "absent"

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")


def prepare(source):
    """Puts modules in sys.modules that stand for what the source imports and this program does not have."""
    for name in ABSENT:
        make_absent(name)
    for line in source.split("\n"):
        words = line.split()
        if len(words) > 1 and words[0] in ("import", "from"):
            for name in " ".join(words[1:] if words[0] == "import" else words[1:2]).split(","):
                provide(name.split()[0] if name.split() else "")


def provide(name):
    if not name.replace(".", "a").isidentifier() or name.startswith("."):
        return
    try:
        __import__(name)
    except (ImportError, unittest.SkipTest):
        make_absent(name)


def make_absent(name):
    parent, _, child = name.rpartition(".")
    if parent and parent not in sys.modules:
        make_absent(parent)
    module = AbsentModule(name)
    sys.modules[name] = module
    if parent:
        setattr(sys.modules[parent], child, module)


def main():
    path = sys.argv[1]
    only = sys.argv[2] if len(sys.argv) > 2 else None
    with open(path, encoding="utf-8") as file:
        source = file.read()
    prepare(source)
    name = "test." + path.rpartition("/")[2].removesuffix(".py")
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    doctest.current = module.__dict__
    try:
        exec(compile(source, path, "exec"), module.__dict__)
    except unittest.SkipTest as error:
        print("skipped", name, error)
        return
    unittest.run_module(module.__dict__, only)


main()

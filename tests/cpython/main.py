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
import datetime
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
import traceback
import types
import typing
import unittest
import unittest.mock
import warnings
import weakref
import _weakref
import array
import bisect
import heapq
import numbers
import ast
import linecache
import re
import _py_abc
import __future__
import builtins
import test
import test.support
import test.support.import_helper
import test.support.os_helper
import test.support.script_helper
import test.support.testcase
import test.support.threading_helper
import test.support.warnings_helper
import test.list_tests
import test.mapping_tests
import test.seq_tests

# What an implementation may have and the other not, so that neither is asked: tests that use it are skipped.
ABSENT = """struct decimal fractions asyncio threading dis tempfile shutil platform locale contextvars json
subprocess signal _testcapi dataclasses _testinternalcapi concurrent concurrent.futures opcode pathlib ctypes
socket select hashlib binascii marshal csv graphlib logging mailbox difflib filecmp fileinput http
http.cookies multiprocessing multiprocessing.managers multiprocessing.pool multiprocessing.queues
multiprocessing.shared_memory urllib urllib.parse unittest.case queue pydoc pty""".split()


class Absent:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args, **kwargs):
        if unittest.is_running():
            raise unittest.SkipTest("needs " + self.name)
        return Absent(self.name + "()")

    def __ge__(self, other):
        return True

    __gt__ = __le__ = __lt__ = __ge__

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.name}.{name}")

    def __mro_entries__(self, bases):
        return ()

    def __getitem__(self, item):
        return types.GenericAlias(self, item)

    def __truediv__(self, other):
        return self

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


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
        if line.startswith("from test import "):
            provide("test." + words[3].strip(","))


def provide(name):
    if not name.replace(".", "a").isidentifier() or name.startswith("."):
        return
    try:
        __import__(name)
    except (ImportError, unittest.SkipTest):
        if not load_beside(name):
            make_absent(name)


def load_beside(name):
    """Runs another module of CPython's tests, which is in the same directory, and says whether there is one."""
    try:
        with open(f"{directory()}/{name.removeprefix('test.')}.py", encoding="utf-8") as file:
            source = file.read()
    except (OSError, UnicodeDecodeError):
        return False
    # First of all: what it imports may import it.
    module = types.ModuleType(name)
    sys.modules[name] = module
    prepare(source)
    setattr(test, name.removeprefix("test."), module)
    exec(compile(source, module.__name__, "exec"), module.__dict__)
    return True


def directory():
    return sys.argv[1].rpartition("/")[0]


def make_absent(name):
    parent, _, child = name.rpartition(".")
    if parent and parent not in sys.modules:
        make_absent(parent)
    module = AbsentModule(name)
    # Called at CPython's end.
    module._shutdown = lambda: None
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

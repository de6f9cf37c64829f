"""What CPython's tests use of test.support. What only CPython promises is skipped."""
import gc
import io
import sys
import unittest

verbose = False
Py_DEBUG = MISSING_C_DOCSTRINGS = False
HAVE_DOCSTRINGS = True
is_wasi = is_emscripten = is_jython = False
has_fork_support = has_subprocess_support = has_socket_support = False
MAX_Py_ssize_t = sys.maxsize
TEST_HOME_DIR = "."
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 1 << 31, 1 << 32
C_RECURSION_LIMIT = 1500
SHORT_TIMEOUT = LONG_TIMEOUT = 30
REPO_ROOT = "."
EXCEEDS_RECURSION_LIMIT = 5000


class Error(Exception):
    pass


TestFailed = AssertionError


def __getattr__(name):
    """What is not here is a decorator, or a function that makes one, of tests that are skipped."""
    if name.startswith("__") or name.endswith("_helper"):
        raise AttributeError(name)
    return lambda *args, **kwargs: unittest.Skipped("needs " + name)


def skips(reason):
    def decorator(*args, **kwargs):
        return unittest.skip(reason)
    return decorator


cpython_only = unittest.skip("of CPython only")
bigmemtest = bigaddrspacetest = skips("needs much memory")
refcount_test = no_tracing = no_rerun = lambda item: item
requires_debug_ranges = lambda *args: lambda item: item
requires_docstrings = lambda item: item
requires_IEEE_754 = lambda item: item
anticipate_failure = lambda condition: lambda item: item
requires_resource = requires_fork = requires_subprocess = skips("needs resources")
requires_limited_api = unittest.skip("needs CPython's API")
requires_working_threading = lambda **kwargs: unittest.skip("needs threads")
skip_if_sanitizer = skip_if_pgo_task = lambda *args, **kwargs: lambda item: item
suppress_immortalization = lambda *args: lambda item: item


def impl_detail(*args, **kwargs):
    return unittest.skip("of one implementation only")


def check_impl_detail(**guards):
    return guards.get("cpython") is False


def requires(*args, **kwargs):
    raise unittest.SkipTest("needs resources")


def is_resource_enabled(name):
    return False


def gc_collect():
    gc.collect()
    gc.collect()


class Swapped:
    def __init__(self, get, put, drop, value):
        self.get, self.put, self.drop, self.value = get, put, drop, value

    def __enter__(self):
        try:
            self.old = self.get()
            self.had = True
        except (AttributeError, KeyError):
            self.old, self.had = None, False
        self.put(self.value)
        return self.old

    def __exit__(self, *error):
        self.put(self.old) if self.had else self.drop()


def swap_attr(item, name, value):
    return Swapped(lambda: getattr(item, name), lambda v: setattr(item, name, v), lambda: delattr(item, name), value)


def swap_item(item, key, value):
    return Swapped(lambda: item[key], lambda v: item.__setitem__(key, v), lambda: item.__delitem__(key), value)


class Captured:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.old, stream = getattr(sys, self.name), io.StringIO()
        setattr(sys, self.name, stream)
        return stream

    def __exit__(self, *error):
        setattr(sys, self.name, self.old)


def captured_stdout():
    return Captured("stdout")


def captured_stderr():
    return Captured("stderr")


captured_output = Captured


class Limit:
    """A recursion limit for a while: a context, or a decorator."""

    def __call__(self, function):
        def limited(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return limited

    def __init__(self, limit):
        self.limit = limit

    def __enter__(self):
        self.old = sys.getrecursionlimit()
        sys.setrecursionlimit(self.limit)

    def __exit__(self, *error):
        sys.setrecursionlimit(self.old)


def infinite_recursion(max_depth=150):
    return Limit(max_depth)


def set_recursion_limit(limit):
    return Limit(limit)


def adjust_int_max_str_digits(limit):
    raise unittest.SkipTest("needs sys.set_int_max_str_digits")


class Unraisable:
    """What a finaliser raised meanwhile."""

    unraisable = None

    def __enter__(self):
        self.old, sys.unraisablehook = sys.unraisablehook, self.note
        return self

    def note(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *error):
        sys.unraisablehook = self.old
        self.unraisable = None


catch_unraisable_exception = Unraisable


def has_no_debug_ranges():
    return False


def check__all__(*args, **kwargs):
    raise unittest.SkipTest("needs inspect")


class Disabled:
    def __enter__(self):
        self.on = gc.isenabled()
        gc.disable()

    def __exit__(self, *error):
        if self.on:
            gc.enable()


disable_gc = Disabled


def check_syntax_error(case, statement, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as context:
        compile(statement, "<test string>", "exec")
    error = context.exception
    case.assertIsNotNone(error.lineno)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    case.assertIsNotNone(error.offset)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def check_free_after_iterating(test, iterator, cls, args=()):
    done = False

    class A(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(it)
            except StopIteration:
                pass

    it = iterator(A(*args))
    test.assertRaises(StopIteration, next, it)
    gc_collect()
    test.assertTrue(done)


def run_with_locale(*args):
    return unittest.skip("needs locales")


run_with_locales = run_with_tz = run_with_locale


def run_in_subinterp(code):
    raise unittest.SkipTest("of CPython only")


def sortdict(mapping):
    return "{" + ", ".join("%r: %r" % pair for pair in sorted(mapping.items())) + "}"


def check_sizeof(*args):
    raise unittest.SkipTest("of CPython only")


calcobjsize = calcvobjsize = check_sizeof


def run_unittest(*args):
    pass


def check_disallow_instantiation(case, kind, *args, **kwargs):
    case.assertRaises(TypeError, kind, *args, **kwargs)


def findfile(name, subdir=None):
    raise unittest.SkipTest("needs files")


def iter_builtin_types():
    raise unittest.SkipTest("of CPython only")


def args_from_interpreter_flags():
    return []


class Always:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class Never:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class Largest:
    """Greater than anything but itself."""

    def __eq__(self, other):
        return isinstance(other, Largest)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return self == other

    def __gt__(self, other):
        return not self == other

    def __ge__(self, other):
        return True


class Smallest:
    """Less than anything but itself."""

    def __eq__(self, other):
        return isinstance(other, Smallest)

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return self == other

    def __lt__(self, other):
        return not self == other

    def __le__(self, other):
        return True


ALWAYS_EQ, NEVER_EQ, LARGEST, SMALLEST = Always(), Never(), Largest(), Smallest()

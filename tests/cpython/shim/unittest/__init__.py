"""What CPython's tests use of unittest, in one module without imports, so that a compiler can run them before it has the
real one's dependencies. Results are lines of `outcome name`, which two implementations can be compared by."""
import sys

from unittest.outcome import SkipTest, Skipped, run_test
from unittest.checks import Checks


class TestCase(Checks):
    """One test per method whose name begins with `test`."""

    longMessage = True
    maxDiff = None
    failureException = AssertionError

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, manager):
        result = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return result

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def id(self):
        return f"{type(self).__qualname__}.{self._testMethodName}"

    def subTest(self, msg=None, **params):
        return SubTest()

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()


class IsolatedAsyncioTestCase(TestCase):
    def setUp(self):
        raise SkipTest("needs asyncio")


class SubTest:
    """Failures in it are the test's."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


class TestSuite:
    def __init__(self, tests=()):
        self.tests = list(tests)

    def addTest(self, test):
        self.tests.append(test)

    def addTests(self, tests):
        self.tests.extend(tests)


class TestLoader:
    def loadTestsFromTestCase(self, kind):
        return TestSuite(kind(name) for name in names_of(kind))


defaultTestLoader = TestLoader()


def names_of(kind):
    return sorted(name for name in dir(kind) if name.startswith("test") and callable(getattr(kind, name)))


def skip(reason):
    def decorate(item):
        if isinstance(item, type):
            item._skips = True
            return item
        return Skipped(reason)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skip(reason) if not condition else lambda item: item


def expectedFailure(item):
    return Skipped("expected to fail")


def main(*args, **kwargs):
    pass


def is_running():
    """Whether tests have begun, so that what is missing skips one of them rather than the module."""
    return bool(started)


started = []


def enterModuleContext(manager):
    return manager.__enter__()


def addModuleCleanup(*args):
    pass


def run_module(module, only=None):
    """Runs all tests of a module: the classes in the order of their names, then what `load_tests` adds."""
    kinds = [item for _, item in sorted(module.items()) if isinstance(item, type) and issubclass(item, TestCase)]
    started.append(True)
    if "setUpModule" in module:
        module["setUpModule"]()
    done = set()
    for kind in kinds:
        if kind in done or kind is TestCase:
            continue
        done.add(kind)
        run_class(kind, only)
    if "load_tests" in module:
        suite = TestSuite()
        run_suite(module["load_tests"](defaultTestLoader, suite, None) or suite, only)
    for name, value in sorted((module.get("__test__") or {}).items()):
        import doctest
        doctest.run_text(value, module, f"__test__.{name}", only)


def run_class(kind, only):
    names = names_of(kind)
    if getattr(kind, "_skips", False):
        for name in names:
            print("skipped", f"{kind.__qualname__}.{name}")
        return
    try:
        kind.setUpClass()
    except SkipTest:
        print("skipped", kind.__qualname__)
        return
    except Exception as error:
        print("error", kind.__qualname__, repr(error)[:200])
        return
    for name in names:
        try:
            test = kind(name)
        except SkipTest:
            continue
        if only is None or only in test.id():
            run_test(test)
    kind.tearDownClass()


def run_suite(suite, only):
    for test in suite.tests:
        if isinstance(test, TestSuite):
            run_suite(test, only)
        elif hasattr(test, "run_examples"):
            test.run_examples(only)
        elif only is None or only in test.id():
            run_test(test)

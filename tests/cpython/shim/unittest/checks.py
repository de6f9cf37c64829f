"""The assert methods of test cases."""


class Checks:
    def fail(self, msg=None):
        raise AssertionError(msg)

    def _check(self, condition, text, msg):
        if not condition:
            raise AssertionError(f"{text}" if msg is None else f"{text} : {msg}")

    def assertTrue(self, value, msg=None):
        self._check(value, f"{value!r} is not true", msg)

    def assertFalse(self, value, msg=None):
        self._check(not value, f"{value!r} is not false", msg)

    def assertEqual(self, first, second, msg=None):
        self._check(first == second, f"{first!r} != {second!r}", msg)

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertMultiLineEqual = assertEqual
    assertSequenceEqual = assertEqual

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        self._check(list(first) == list(second), f"{first!r} != {second!r}", msg)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, f"{first!r} == {second!r}", msg)

    def assertIs(self, first, second, msg=None):
        self._check(first is second, f"{first!r} is not {second!r}", msg)

    def assertIsNot(self, first, second, msg=None):
        self._check(first is not second, f"{first!r} is {second!r}", msg)

    def assertIsNone(self, value, msg=None):
        self._check(value is None, f"{value!r} is not None", msg)

    def assertIsNotNone(self, value, msg=None):
        self._check(value is not None, "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        self._check(member in container, f"{member!r} not in {container!r}", msg)

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, f"{member!r} in {container!r}", msg)

    def assertIsInstance(self, value, kind, msg=None):
        self._check(isinstance(value, kind), f"{value!r} is not an instance of {kind!r}", msg)

    def assertNotIsInstance(self, value, kind, msg=None):
        self._check(not isinstance(value, kind), f"{value!r} is an instance of {kind!r}", msg)

    def assertHasAttr(self, value, name, msg=None):
        self._check(hasattr(value, name), f"{value!r} has no {name}", msg)

    def assertNotHasAttr(self, value, name, msg=None):
        self._check(not hasattr(value, name), f"{value!r} has {name}", msg)

    def assertLess(self, first, second, msg=None):
        self._check(first < second, f"{first!r} not less than {second!r}", msg)

    def assertLessEqual(self, first, second, msg=None):
        self._check(first <= second, f"{first!r} not less than or equal to {second!r}", msg)

    def assertGreater(self, first, second, msg=None):
        self._check(first > second, f"{first!r} not greater than {second!r}", msg)

    def assertGreaterEqual(self, first, second, msg=None):
        self._check(first >= second, f"{first!r} not greater than or equal to {second!r}", msg)

    def assertAlmostEqual(self, first, second, places=7, msg=None, delta=None):
        if first != second:
            difference = abs(first - second)
            close = difference <= delta if delta is not None else round(difference, places) == 0
            self._check(close, f"{first!r} != {second!r}", msg)

    def assertNotAlmostEqual(self, first, second, places=7, msg=None, delta=None):
        self._check(first != second and round(abs(first - second), places) != 0, f"{first!r} == {second!r}", msg)

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for item in first:
            self._check(item in rest, f"{item!r} not in {rest!r}", msg)
            rest.remove(item)
        self._check(not rest, f"further {rest!r}", msg)

    def assertRegex(self, text, pattern, msg=None):
        self._check(search(pattern, text), f"{pattern!r} not found in {text!r}", msg)

    def assertNotRegex(self, text, pattern, msg=None):
        self._check(not search(pattern, text), f"{pattern!r} found in {text!r}", msg)

    def assertStartsWith(self, text, prefix, msg=None):
        self._check(text.startswith(prefix), f"{text!r} doesn't start with {prefix!r}", msg)

    def assertRaises(self, kind, *args, **kwargs):
        return expect(Raising(self, kind, None), args, kwargs)

    def assertRaisesRegex(self, kind, pattern, *args, **kwargs):
        return expect(Raising(self, kind, pattern), args, kwargs)

    def assertWarns(self, kind, *args, **kwargs):
        self.skipTest("needs warnings")

    assertWarnsRegex = assertWarns
    assertLogs = assertNoLogs = assertWarns


def expect(raising, args, kwargs):
    if not args:
        return raising
    function, *rest = args
    try:
        with raising:
            function(*rest, **kwargs)
    finally:
        raising = None


class Raising:
    """The context in which an exception is expected."""

    def __init__(self, case, kind, pattern):
        self.case, self.kind, self.pattern = case, kind, pattern

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            raise AssertionError(f"{getattr(self.kind, '__name__', self.kind)} not raised")
        if not issubclass(kind, self.kind):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not search(self.pattern, str(error)):
            raise AssertionError(f"{self.pattern!r} does not match {str(error)!r}")
        return True


def search(pattern, text):
    """Whether a regular expression occurs in the text. The patterns of tests are mostly literal; others are taken
    apart by a small matcher."""
    from unittest.pattern import matches
    return matches(getattr(pattern, "pattern", pattern), text)

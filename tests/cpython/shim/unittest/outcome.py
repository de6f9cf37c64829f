"""How one test ends."""
import sys


class SkipTest(Exception):
    pass


class Skipped:
    """Stands for a test method that is not run."""

    def __init__(self, reason):
        self.reason = reason

    def __get__(self, instance, owner=None):
        return self

    def __call__(self, *args, **kwargs):
        raise SkipTest(self.reason)


def run_test(test):
    """Runs a test and prints `ok`, `FAILED`, `error` or `skipped` with its name; what went wrong goes to stderr."""
    outcome = "ok"
    try:
        test.setUp()
        try:
            getattr(test, test._testMethodName)()
        finally:
            test.tearDown()
            test.doCleanups()
    except SkipTest:
        outcome = "skipped"
    except AssertionError as error:
        outcome = "FAILED"
        report(test, error)
    except (Exception, SystemExit) as error:
        outcome = "error"
        report(test, error)
    # Kept also where a later test ends the process.
    print(outcome, test.id(), flush=True)


def report(test, error):
    print(f"--- {test.id()}: {type(error).__name__}: {str(error)[:600]}", file=sys.stderr)
    place = error.__traceback__
    while place is not None:
        print(f"      {place.tb_frame.f_code.co_filename}:{place.tb_lineno} {place.tb_frame.f_code.co_name}", file=sys.stderr)
        place = place.tb_next

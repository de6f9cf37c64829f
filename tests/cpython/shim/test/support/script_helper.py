import unittest


def assert_python_ok(*args, **kwargs):
    raise unittest.SkipTest("needs an interpreter")


assert_python_failure = run_python_until_end = make_script = spawn_python = kill_python = assert_python_ok

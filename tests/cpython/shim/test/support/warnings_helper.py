import unittest


class Ignored:
    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


check_warnings = check_no_warnings = save_restore_warnings_filters = Ignored


def check_syntax_warning(case, *args, **kwargs):
    case.skipTest("needs warnings")


def ignore_warnings(*args, **kwargs):
    return lambda item: item

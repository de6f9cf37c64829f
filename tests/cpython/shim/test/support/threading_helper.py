"""Tests that need threads are skipped."""
import unittest

can_start_thread = False


def requires_working_threading(**kwargs):
    return unittest.skip("needs threads")


def reap_threads(function):
    return function


def start_threads(*args, **kwargs):
    raise unittest.SkipTest("needs threads")


threading_setup = threading_cleanup = join_thread = wait_threads_exit = catch_threading_exception = start_threads

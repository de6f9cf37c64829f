"""What tests and modules use of re, over the matcher of the substitute for unittest; without groups."""
import unittest

from unittest.pattern import Parser, ends

ASCII = A = UNICODE = U = IGNORECASE = I = VERBOSE = X = MULTILINE = M = DOTALL = S = 0


class Match:
    def __init__(self, text, start, end):
        self.string, self._start, self._end = text, start, end

    def group(self, *groups):
        if groups not in ((), (0,)):
            raise unittest.SkipTest("needs re")
        return self.string[self._start:self._end]

    def start(self):
        return self._start

    def end(self):
        return self._end

    def span(self):
        return self._start, self._end


class Pattern:
    def __init__(self, pattern, flags=0):
        self.pattern, self.flags = pattern, flags

    def match(self, text):
        return self._match(text, 0, lambda end: True)

    def fullmatch(self, text):
        return self._match(text, 0, lambda end: end == len(text))

    def search(self, text):
        for start in range(len(text) + 1):
            found = self._match(text, start, lambda end: True)
            if found is not None:
                return found
        return None

    def _match(self, text, start, allowed):
        for end in ends(Parser(self.pattern).alternatives(), text, start):
            if allowed(end):
                return Match(text, start, end)
        return None

    def sub(self, *args, **kwargs):
        raise unittest.SkipTest("needs re")

    subn = split = findall = finditer = scanner = sub


error = ValueError


def compile(pattern, flags=0):
    return pattern if isinstance(pattern, Pattern) else Pattern(pattern, flags)


def match(pattern, text, flags=0):
    return compile(pattern).match(text)


def fullmatch(pattern, text, flags=0):
    return compile(pattern).fullmatch(text)


def search(pattern, text, flags=0):
    return compile(pattern).search(text)


def escape(text):
    return "".join("\\" + char if char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else char for char in text)


def sub(*args, **kwargs):
    raise unittest.SkipTest("needs re")


subn = split = findall = finditer = sub

"""Recursive and other globals that are called where they have no value, another value, or raise."""


def count(n):
    return 1 if n < 1 else count(n - 1) + 2


def calls_missing(n):
    return missing(n - 1)


def calls_late(n):
    return late(n - 1) + 1


def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except (NameError, TypeError, ZeroDivisionError) as error:
        print(function.__name__, type(error).__name__, error)


attempt(calls_missing, 3)
attempt(calls_late, 3)


def late(n):
    return n * 2


attempt(calls_late, 5)
del late
attempt(calls_late, 5)
late = lambda n: str(n)
attempt(calls_late, 5)
late = None
attempt(calls_late, 5)


def late(n):
    if n == 3:
        raise ZeroDivisionError("three")
    return n * 1.5 if n > 10 else n


for number in (1, 2, 3, 4, 5, 20):
    attempt(calls_late, number)

attempt(count, 10)
kept = count
del count
attempt(kept, 5)
attempt(kept, 0)
count = calls_late
attempt(kept, 6)
count = 7
attempt(kept, 6)
del count
kept(2)

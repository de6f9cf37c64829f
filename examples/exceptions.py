# wasm: yes
# bench: 1000000
"""Exceptions as control flow: raised near, raised deep, with finally and with context managers.

usage: exceptions.py [N]      (default 1000)
"""
import sys


class Rejected(Exception):
    def __init__(self, value):
        super().__init__(f"rejected {value}")
        self.value = value


class Guard:
    entered = left = failed = 0

    def __enter__(self):
        Guard.entered += 1
        return self

    def __exit__(self, kind, value, traceback):
        Guard.left += 1
        Guard.failed += kind is not None
        return kind is Rejected


def check(value):
    if value % 3 == 0:
        raise Rejected(value)
    return value


def deep(n, value):
    if n == 0:
        return check(value)
    try:
        return deep(n - 1, value)
    finally:
        Guard.entered += 0


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    accepted = rejected = missing = 0
    for i in range(n):
        try:
            accepted += check(i)
        except Rejected as error:
            rejected += error.value
    print(accepted, rejected)
    for i in range(n // 10):
        try:
            accepted += deep(10, i)
        except Rejected as error:
            rejected += len(str(error))
    print(accepted, rejected)
    table = {i: str(i) for i in range(0, n, 2)}
    for i in range(n):
        try:
            missing += len(table[i])
        except KeyError as error:
            missing -= error.args[0] % 3
    print(missing)
    for i in range(n // 2):
        with Guard():
            check(i)
    print(Guard.entered, Guard.left, Guard.failed)
    values = iter(range(n))
    total = 0
    while True:
        try:
            total += next(values)
        except StopIteration:
            break
    print(total)


if __name__ == "__main__":
    main()

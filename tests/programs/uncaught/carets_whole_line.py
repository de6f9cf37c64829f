# wasm: yes
# An expression that fills its line is not underlined.
import sys


def f():
    g(1)


def g(n):
    h(n); return n


def h(n):
    n.missing


def k():
    1 / 0


try:
    f()
except AttributeError:
    sys.stdout.write("first\n")
    k()

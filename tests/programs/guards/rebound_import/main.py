# `from m import f` copies: changes of m.f and of the importer's f do not show in each other.
# wasm: yes
import counters
from counters import LEVEL, bump


def use_imported(n):
    x = 0
    for _ in range(n):
        x = bump(x)
    return x


def use_attribute(n):
    x = 0
    for _ in range(n):
        x = counters.bump(x) + counters.LEVEL - LEVEL
    return x


def show():
    print(use_imported(300), use_attribute(300), counters.use(300))


show()
counters.bump = lambda x: x + 2
show()
bump = lambda x: x + 3
show()
counters.LEVEL = 6
show()
from counters import bump
show()
LEVEL = 6.0
show()


class Fake:
    LEVEL = 1

    @staticmethod
    def bump(x):
        return x - 1


real = counters
counters = Fake
print(use_imported(300), use_attribute(300), real.use(300))
counters = real
del counters.bump
print(use_imported(300))
for f in (lambda: use_attribute(3), lambda: counters.use(3)):
    try:
        f()
    except (AttributeError, NameError) as error:
        print(type(error).__name__, error)
try:
    from counters import bump
except ImportError as error:
    print(type(error).__name__)

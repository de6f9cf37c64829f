"""What was released before a `yield` is no part of the suspended frame: the collector does not visit it, and a frame that
ends while it is suspended does not release it again."""
import gc
import sys


def closures(value):
    def generator():
        for number in range(3):
            try:
                yield [(lambda: value), (yield number)]
            except GeneratorExit:
                pass
    return generator()


def arguments(value):
    for number in range(3):
        try:
            kept = [str([value, number]).upper(), (yield len(str({number: value})))]
            yield kept
        except GeneratorExit:
            pass


def finally_continues(value):
    for number in range(2):
        try:
            raise ValueError(number)
        finally:
            value.append(((lambda: value), (yield len(value))))
            continue


def use(make):
    made = make([1])
    print(make.__name__, next(made))
    others = [[n, {n}, (n, n), str(n)] for n in range(50)]
    gc.collect()
    try:
        print(type(made.send(3)).__name__)
        gc.collect()
        made.close()
    except (RuntimeError, StopIteration) as error:
        print(type(error).__name__, error)
    del made
    gc.collect()
    return len(others)


sys.unraisablehook = lambda unraisable: print("unraisable", unraisable.exc_value)
for turn in range(3):
    for make in closures, arguments, finally_continues:
        print(use(make))

# Exceptions that pass generators which are consumed where they are made: tracebacks, contexts, StopIteration.
# wasm: yes
import sys


def places(error):
    result = []
    entry = error.__traceback__
    while entry is not None:
        result.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
        entry = entry.tb_next
    return result


def show(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error, places(error))
        if error.__cause__ is not None:
            print("  cause", type(error.__cause__).__name__, places(error.__cause__))
        if error.__context__ is not None:
            print("  context", type(error.__context__).__name__, places(error.__context__))


def in_element(items):
    return sum(
        10 / x
        for x in items
    )


def in_condition(items):
    return tuple(
        x
        for x in items
        if 10 / x
    )


def in_first_iterable(items):
    return sum(x for x in
               items.missing)


def first_not_iterable(items):
    return any(x for x in 5)



def in_inner_iterable(items):
    return list(y for x in items for y in x)



def in_addition(items):
    return sum(
        x for x in items)


def in_hash(items):
    return set(
        x
        for x in items)


def in_comparison(items):
    return max(
        x
        for x in items)


class Truthless:
    def __bool__(self):
        raise OSError("no truth")


def in_truth(n):
    return all(
        Truthless()
        for _ in range(n))


def gen(items):
    for x in items:
        y = 1 / x
        yield y
        if x == 5:
            raise LookupError(x)


def in_loop(items):
    total = 0
    for y in gen(
            items):
        total += y
    return total


def in_loop_body(items):
    for y in gen(items):
        if y < 0.5:
            raise KeyError(y)
    return "fine"


def caught_around(items):
    total = 0
    try:
        for y in gen(items):
            total += y
    except ZeroDivisionError as error:
        return total, places(error)
    except LookupError as error:
        return "lookup", total, places(error)
    finally:
        total = None
    return "whole", total


def caught_inside(items):
    total = 0
    for x in items:
        try:
            total += sum(1 / (x + j) for j in range(2))
        except ZeroDivisionError:
            total += 1000
    return total


def guarded(items):
    for x in items:
        try:
            y = 1 / x
        except ZeroDivisionError:
            y = -1
        yield y
        try:
            z = items.missing if x == 9 else 0
        finally:
            y = None


def handler_inside(items):
    return [y for y in guarded(items)], sum(guarded(items))


def stops(n):
    for i in range(n):
        if i == 2:
            raise StopIteration("early")
        yield i


def stop_in_generator(n):
    return sum(stops(n))


def stop_in_loop(n):
    collected = []
    for x in stops(n):
        collected.append(x)
    return collected


def stop_in_expression(n):
    return list(next(iter([])) if i == 1 else i for i in range(n))


def stop_in_body(n):
    for x in (i for i in range(n)):
        if x == 1:
            raise StopIteration("body")
    return "no"


def level_one(n):
    return sum(level_two(i) for i in range(n))


def level_two(i):
    return max(
        1 / (i - 2)
        for _ in range(2))


def nested(n):
    return sum(
        sum(
            1 / (j - 1)
            for j in range(i))
        for i in range(n))


def in_handler(items):
    try:
        raise ValueError("outer")
    except ValueError:
        return sum(
            1 / x for x in items)


def reraised(items):
    try:
        raise ValueError("first")
    except ValueError:
        for x in again():
            print(x)


def again():
    yield 1
    raise


def current(items):
    try:
        raise ValueError("seen")
    except ValueError:
        return [kind for kind in seen()], tuple(sys.exc_info()[0].__name__ for _ in range(1))


def seen():
    yield sys.exc_info()[0].__name__
    try:
        raise KeyError
    except KeyError:
        pass
    yield sys.exc_info()[0].__name__


def looped():
    results = []
    for n in range(4):
        try:
            for y in gen([1, n - 1, 5]):
                results.append(y)
        except (ZeroDivisionError, LookupError) as error:
            results.append(type(error).__name__)
            results.append(places(error))
    return results


def deep(n):
    return 1 + sum(deep(n - 1) for _ in range(1)) if n else 0


show(in_element, [1, 2, 0, 4])
show(in_element, [1, 2])
show(in_condition, [1, 0])
show(in_first_iterable, [1])
show(first_not_iterable, [1])
show(in_inner_iterable, [[1], 2])
show(in_addition, [1, "a"])
show(in_addition, [1.5, None])
show(in_addition, [2 ** 80, None])
show(in_hash, [1, []])
show(in_comparison, [1, "a"])
show(in_truth, 2)
show(in_loop, [1, 2, 0])
show(in_loop, [1, 2, 5, 1])
show(in_loop_body, [1, 2, 4])
show(caught_around, [1, 0])
show(caught_around, [1, 5])
show(caught_around, [1])
show(caught_inside, [1, 0, -1])
show(handler_inside, [1, 0, 2])
show(handler_inside, [1, 9])
show(stop_in_generator, 2)
show(stop_in_generator, 3)
show(stop_in_loop, 3)
show(stop_in_expression, 1)
show(stop_in_expression, 3)
show(stop_in_body, 3)
show(level_one, 4)
show(nested, 4)
show(in_handler, [0])
show(reraised, [])
show(current, [])
print(looped())
print(deep(50))

# Exceptions in the middle of loops over ints and floats: handlers see the locals of that moment.
# wasm: yes


def divide(items, ds):
    total = 0
    steps = 0
    last = None
    try:
        for x in items:
            for d in ds:
                steps += 1
                last = x
                total += x // d
    except ZeroDivisionError as error:
        return total, steps, last, x, d, str(error)
    except TypeError as error:
        return total, steps, last, x, d, str(error)
    finally:
        ds = None
    return total, steps


def skip(items):
    total = 0
    failed = []
    for i, x in enumerate(items):
        try:
            y = 10 // x
            total += y
        except ZeroDivisionError:
            failed.append(i)
            continue
        except TypeError:
            failed.append(str(x))
            y = 0.5
        else:
            total += 1
        finally:
            total += 1000
        total += y
    return total, failed[:4], y


def nested(n):
    total = 0
    i = 0
    while True:
        try:
            try:
                if i % 7 == 3:
                    raise KeyError(i)
                total += i
            except KeyError as error:
                total -= error.args[0]
                if i > n:
                    raise IndexError(total) from error
            finally:
                i += 1
        except IndexError as error:
            return i, total, error.args, error.__cause__.args


def overflow(n):
    x = 1
    try:
        for i in range(n):
            x = x * 3
            y = [0] * 4
            y[x] = 1
    except IndexError:
        return i, x


def deep(n):
    if n == 0:
        return [][5]
    local = n * 2
    try:
        return deep(n - 1) + local
    except IndexError:
        if n < 10:
            raise
        return local


numbers = list(range(1, 300))
print(divide(numbers, [1, 2, 3]), divide(numbers, [1, 0]), divide([1, 2.5, "a"], [2]), divide([1, 2 ** 70], [3, 0.0]))
print(skip(numbers), skip([1, 0, 5, "a", 0, 2.5]), skip([2 ** 65, -1, True, False]))
print(nested(20), nested(300), overflow(10), [deep(n) for n in (10, 11, 50)])


def accumulate(items, check):
    total = 0.0
    count = 0
    while count < len(items):
        try:
            total += check(items[count])
        except ValueError:
            total = str(total)
            break
        except OverflowError as error:
            return total, count, str(error)
        count += 1
    return total, count


def check(x):
    if x == 200:
        raise ValueError
    return x * 1.5


print(accumulate(list(range(300)), check), accumulate(list(range(100)), check), accumulate([1, 10 ** 400], check))


def assert_all(items):
    n = 0
    try:
        for x in items:
            assert x >= 0, x
            n += 1
    except AssertionError as error:
        return n, error.args
    return n


print(assert_all(range(300)), assert_all([1, 2.5, -0.5]), assert_all([1, -2 ** 70]))

# Local variables are deleted and bound again with other types inside loops.
# wasm: yes


def delete(n):
    x = 0
    missing = 0
    for i in range(n):
        try:
            x += 1
        except UnboundLocalError as error:
            missing += 1
            if missing == 1:
                print(error)
            x = i * 0.5
        if i % 50 == 49:
            del x
    try:
        return x, missing
    except UnboundLocalError:
        return "unbound", missing


def delete_loop_variable(n):
    seen = 0
    for i in range(n):
        seen += i
        del i
    try:
        return seen, i
    except UnboundLocalError as error:
        return seen, str(error)


def conditional(flags):
    out = 0
    for f in flags:
        if f:
            value = 1
        try:
            out += value
        except UnboundLocalError:
            out += 1000
        if not f and out < 5000:
            try:
                del value
            except UnboundLocalError as error:
                out += len(str(error))
    return out


def twice(n):
    a = b = n
    total = 0
    while a:
        a -= 1
        c = a
        total += c
        del c, b
        b = a
    return total, b


print(delete(300), delete(49), delete(50), delete(1))
print(delete_loop_variable(300), delete_loop_variable(0))
print(conditional([True] * 300), conditional([False, True, False] * 10), conditional([]), twice(300))


def parameter(x, n):
    for i in range(n):
        if i == 5:
            del x
        if i == 7:
            x = "bound"
        try:
            y = x
        except UnboundLocalError as error:
            y = type(error).__name__
    return y


print(parameter(1, 5), parameter(1, 6), parameter(1, 8))


def handler_name(n):
    error = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            error = i
        except ValueError as error:
            last = error.args[0]
    try:
        return error, last
    except UnboundLocalError as problem:
        return str(problem), last


print(handler_name(300), handler_name(301))


def del_items(n):
    items = list(range(n))
    table = dict.fromkeys(items, 1)
    total = 0
    for i in range(n):
        del items[0]
        total += len(items)
        del table[i]
    return total, table


print(del_items(300))
counter = 0
while counter < 300:
    counter += 1
    temporary = counter
    del temporary
print(counter, "temporary" in globals())

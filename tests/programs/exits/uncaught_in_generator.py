# An exception that comes out of a generator in a for loop; finally still runs.
def g():
    try:
        yield 1
        raise LookupError("generator failed")
    finally:
        print("cleanup")
try:
    for x in g():
        print(x)
finally:
    print("outer cleanup")

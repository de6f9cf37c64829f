# Errors of open and of files in the wrong mode or closed.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: open("missing.txt"))
attempt(lambda: open("no/such/dir.txt", "w"))
attempt(lambda: open("x.txt", "q"))
attempt(lambda: open("x.txt", "rw"))
attempt(lambda: open("x.txt", ""))
attempt(lambda: open(""))
attempt(lambda: open(None))
attempt(lambda: open("."))
attempt(lambda: open())
attempt(lambda: open("x.txt", 5))
with open("w.txt", "w") as f:
    attempt(lambda: f.read())
    attempt(lambda: f.readline())
    attempt(lambda: f.write(5))
    attempt(lambda: f.write(b"x"))
    attempt(lambda: [x for x in f])
attempt(lambda: f.write("closed"))
attempt(lambda: f.read())
attempt(lambda: f.close())
with open("w.txt") as f:
    attempt(lambda: f.write("x"))
attempt(lambda: [x for x in f])
attempt(lambda: f.__enter__())
attempt(lambda: open("w.txt", "x"))
try:
    open("missing.txt")
except OSError as error:
    print(error.errno, error.strerror, error.filename, isinstance(error, FileNotFoundError))
try:
    with open("w.txt", "w") as g:
        g.write("partial")
        raise ValueError("in with")
except ValueError as error:
    print(error, g.closed, repr(open("w.txt").read()))

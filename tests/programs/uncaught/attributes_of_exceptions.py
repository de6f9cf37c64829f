# The attributes that the classes of exceptions have of their own.
def show(error, *names):
    print(type(error).__name__, error.args, *(f"{n}={getattr(error, n)!r}" for n in names))


show(StopIteration(1), "value")
show(StopIteration(), "value")
show(StopAsyncIteration(1, 2))
show(SystemExit(1, 2), "code")
show(SystemExit(), "code")
show(OSError(2, "text", "file", 5, "other"), "errno", "strerror", "filename", "filename2")
show(OSError(2, "text"), "errno", "strerror", "filename")
show(OSError("one"), "errno", "strerror", "filename")
show(OSError(1, 2, 3, 4, 5, 6) if False else OSError(), "errno")
show(BlockingIOError(11, "again", 3), "characters_written")
show(UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad"), "encoding", "object", "start", "end", "reason")
show(UnicodeEncodeError("ascii", "aé", 1, 2, "bad"), "encoding", "object", "start", "end", "reason")
show(UnicodeTranslateError("aé", 1, 2, "bad"), "object", "start", "end", "reason")
show(ImportError("m", name="n", path="p"), "msg", "name", "path", "name_from")
show(NameError("m", name="n"), "name")
show(AttributeError("m", name="n", obj=[]), "name", "obj")
show(SyntaxError("m", ("f", 1, 2, "t", 3, 4)), "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset")
show(KeyError("k"), "__cause__", "__context__", "__suppress_context__", "__traceback__")
show(ExceptionGroup("g", [ValueError(1)]), "message", "exceptions")
for kind in (OSError, FileNotFoundError, PermissionError):
    show(kind(13, "denied"), "errno")
print(type(OSError(17, "exists")).__name__, type(OSError(4, "x")).__name__, type(OSError(110, "x")).__name__)
error = ValueError("args are replaced")
error.args = "ab"
show(error)
error.args = [1]
show(error)
for name, value in (("args", 3), ("__cause__", 3), ("__context__", "x"), ("__suppress_context__", 2)):
    try:
        setattr(error, name, value)
    except TypeError as problem:
        print(name, problem)
stop = SystemExit(1)
stop.code = [2]
show(stop, "code")
os_error = OSError(2, "No such file", "a.txt")
os_error.strerror = "changed"
print(os_error)
os_error.filename = None
print(os_error)
raise UnicodeDecodeError("utf-8", b"ab\xff\xfe", 2, 4, "changed at last")

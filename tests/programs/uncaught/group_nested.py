# wasm: yes
# Groups in groups, with causes, contexts and notes.
def fail(kind, *args):
    try:
        raise kind(*args)
    except Exception as error:
        return error


def caused():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise ValueError("caused") from error
    except ValueError as error:
        error.add_note("note on caused")
        return error


def with_context():
    try:
        try:
            {}["key"]
        except KeyError:
            raise ExceptionGroup("inner with context", [fail(OSError, 5, "io"), caused()])
    except ExceptionGroup as error:
        error.add_note("note on the inner group\nsecond line")
        return error


def outer():
    raise ExceptionGroup("outer", [caused(), with_context(), ExceptionGroup("plain", [fail(EOFError)])])


try:
    outer()
except ExceptionGroup as error:
    error.add_note("note on the outer group")
    raise

"""Paths as text, for os.path."""


def join(first, *rest):
    for part in rest:
        first = part if part.startswith("/") else first + ("" if first.endswith("/") or not first else "/") + part
    return first


def split(path):
    head, _, tail = path.rpartition("/")
    return head, tail


def dirname(path):
    return split(path)[0]


def basename(path):
    return split(path)[1]


def splitext(path):
    head, dot, tail = path.rpartition(".")
    return (head, dot + tail) if dot and "/" not in tail else (path, "")


def exists(path):
    try:
        with open(path, "rb"):
            return True
    except OSError:
        return False


isfile = exists


def abspath(path):
    return path


normpath = realpath = normcase = abspath

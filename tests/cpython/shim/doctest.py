"""The part of doctest that CPython's tests use: examples of docstrings run one after the other, their output compared."""
import io
import sys

ELLIPSIS, NORMALIZE_WHITESPACE, IGNORE_EXCEPTION_DETAIL, DONT_ACCEPT_TRUE_FOR_1, SKIP = 1, 2, 4, 8, 16
FLAGS = {"ELLIPSIS": 1, "NORMALIZE_WHITESPACE": 2, "IGNORE_EXCEPTION_DETAIL": 4, "SKIP": 16}
# The namespace of the test module that is running.
current = {}


class DocTestSuite:
    def __init__(self, module=None, optionflags=0, **kwargs):
        self.namespace = module.__dict__ if hasattr(module, "__dict__") else current
        self.flags = optionflags

    def __iter__(self):
        return iter([self])

    def run_examples(self, only=None):
        seen = set()
        for name, text in sorted(texts(self.namespace, self.namespace.get("__name__"), seen)):
            run_text(text, self.namespace, name, only, self.flags)


def texts(namespace, module, seen, prefix=""):
    if not prefix:
        if namespace.get("__doc__"):
            yield "__doc__", namespace["__doc__"]
        for name, value in (namespace.get("__test__") or {}).items():
            yield f"__test__.{name}", value if isinstance(value, str) else value.__doc__ or ""
    for name, value in list(namespace.items()):
        value = getattr(value, "__func__", value)
        if getattr(value, "__module__", None) != module or id(value) in seen:
            continue
        if not isinstance(value, type) and not hasattr(value, "__code__"):
            continue
        seen.add(id(value))
        if isinstance(value.__doc__, str) and ">>>" in value.__doc__:
            yield prefix + name, value.__doc__
        if isinstance(value, type):
            yield from texts(vars(value), module, seen, f"{prefix}{name}.")


def examples(text):
    """Triples of source, expected output and the number of the line."""
    lines = text.expandtabs().split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        stripped = line.lstrip(" ")
        if not (stripped.startswith(">>> ") or stripped == ">>>"):
            at += 1
            continue
        indent, start = len(line) - len(stripped), at
        source = [stripped[4:]]
        at += 1
        while at < len(lines) and lines[at][indent:indent + 3] == "..." and not lines[at][:indent].strip():
            source.append(lines[at][indent + 4:])
            at += 1
        expected = []
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip(" ").startswith(">>>"):
            expected.append(lines[at][indent:])
            at += 1
        yield "\n".join(source) + "\n", "".join(line + "\n" for line in expected), start


def flags_of(source):
    flags = 0
    for line in source.split("\n"):
        _, mark, options = line.partition("# doctest:")
        if mark:
            for option in options.replace(",", " ").split():
                if option[0] == "+":
                    flags |= FLAGS.get(option[1:], 0)
    return flags


def run_text(text, namespace, name, only=None, flags=0):
    if only is not None and only not in name:
        return
    scope = dict(namespace)
    wrong = 0
    for source, expected, line in examples(text):
        own = flags | flags_of(source)
        if own & SKIP:
            continue
        actual, raised = run_example(source, scope, f"<doctest {name}[{line}]>")
        if not agrees(expected, actual, raised, own):
            wrong += 1
            print(f"--- {name}:{line}\n{source}expected:\n{expected}got:\n{actual}{raised or ''}", file=sys.stderr)
    print("FAILED" if wrong else "ok", "doctest", name)


def run_example(source, scope, name):
    keep, sys.stdout = sys.stdout, io.StringIO()
    raised = None
    try:
        exec(compile(source, name, "single"), scope)
    except Exception as error:
        kind = type(error)
        prefix = kind.__qualname__ if kind.__module__ in ("__main__", "builtins") else f"{kind.__module__}.{kind.__qualname__}"
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        raised = prefix + (f": {text}" if text else "") + "\n"
        raised += "".join(note + "\n" for note in getattr(error, "__notes__", ()))
    finally:
        output, sys.stdout = sys.stdout.getvalue(), keep
    return output, raised


def agrees(expected, actual, raised, flags):
    if raised is None:
        return same(expected.replace("<BLANKLINE>\n", "\n"), actual, flags)
    if "Traceback (most recent call last):" not in expected and "Traceback (innermost last):" not in expected:
        return False
    lines = expected.split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("Traceback")) + 1
    while start < len(lines) and (lines[start].startswith(" ") or not lines[start].strip()):
        start += 1
    message = "\n".join(lines[start:])
    if flags & IGNORE_EXCEPTION_DETAIL:
        return message.partition(":")[0].strip().rpartition(".")[2] == raised.partition(":")[0].strip().rpartition(".")[2]
    return same(message, raised, flags)


def same(expected, actual, flags):
    if flags & NORMALIZE_WHITESPACE:
        expected, actual = " ".join(expected.split()), " ".join(actual.split())
    if expected == actual:
        return True
    if not flags & ELLIPSIS or "..." not in expected:
        return False
    parts = expected.split("...")
    if not actual.startswith(parts[0]) or not actual.endswith(parts[-1]):
        return False
    at, end = len(parts[0]), len(actual) - len(parts[-1])
    for part in parts[1:-1]:
        found = actual.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end

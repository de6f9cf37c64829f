def dedent(text):
    """The text without the white space that all its lines begin with."""
    lines = text.split("\n")
    margin = None
    for line in lines:
        if line.strip():
            indent = line[:len(line) - len(line.lstrip())]
            if margin is None:
                margin = indent
            while not indent.startswith(margin):
                margin = margin[:-1]
    return "\n".join(line[len(margin or ""):] if line.strip() else "" for line in lines)


def indent(text, prefix, predicate=None):
    lines = text.splitlines(True)
    return "".join(prefix + line if (predicate or str.strip)(line) else line for line in lines)

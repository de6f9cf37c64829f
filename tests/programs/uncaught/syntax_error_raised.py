# wasm: yes
# SyntaxErrors that a program raises itself, with every combination of place and text.
def error(*details, kind=SyntaxError):
    return kind("message", details) if details else kind("message")


errors = [
    error(),
    error("file.py", 3, 5, "x = = 1\n"),
    error("file.py", 3, 5, "x = = 1\n", 3, 6),
    error("file.py", 3, 1, "    indented = = 1\n", 3, 9),
    error("file.py", 3, 5, "    indented = = 1\n", 3, 13),
    error("file.py", 3, 5, None),
    error("file.py", 3, None, "text without an offset"),
    error("file.py", 3, 0, "offset zero"),
    error("file.py", 3, 100, "offset far behind"),
    error("file.py", 3, 2, "several\nlines\n", 4, 2),
    error("file.py", 3, 3, "end before start", 3, 1),
    error(None, 7, 1, "no file"),
    error("file.py", None, 1, "no line"),
]
others = [
    error("file.py", 2, 1, "tab\terror", 2, 4, kind=IndentationError),
    error("file.py", 2, 3, "\t\ttabs in front", 2, 5, kind=TabError),
    error("größe.py", 2, 3, "größe = = 漢字", 2, 8),
    error("file.py", 12, 9, "first\nsecond = =\nthird"),
    error("", 0, 1, ""),
    SyntaxError("two", ("a", 1, 2, "b")),
    SyntaxError(),
    SyntaxError(None),
    SyntaxError("a", "b", "c"),
    SyntaxError(3, ("f", 1, 1, "t")),
]
changed = error("file.py", 3, 5, "x = = 1\n", 3, 6)
changed.msg = "another message"
changed.lineno = 44
changed.text = "changed text"
changed.filename = 5
others.append(changed)
raise ExceptionGroup("syntax", errors) from ExceptionGroup("others", others)

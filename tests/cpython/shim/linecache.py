"""Lines of source files."""
cache = {}


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    loader = cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    try:
        with open(filename, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeError):
        if loader is None or len(loader) != 1:
            return []
        try:
            text = loader[0]()
        except (ImportError, OSError):
            return []
        if text is None:
            return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (len(text), None, lines, filename)
    return lines


def checkcache(filename=None):
    for name in list(cache) if filename is None else [filename]:
        if name in cache and len(cache[name]) != 1:
            if cache[name][1] is not None or not name.startswith("<"):
                cache.pop(name)


def clearcache():
    cache.clear()


def lazycache(filename, module_globals):
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    loader = getattr(module_globals.get("__spec__"), "loader", None) or module_globals.get("__loader__")
    source = getattr(loader, "get_source", None)
    name = module_globals.get("__name__")
    if not name or source is None:
        return False
    cache[filename] = (lambda: source(name),)
    return True

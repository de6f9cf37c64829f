"""Makes a program that shows a difference smaller, as long as it shows one."""
import ast
import copy
from itertools import islice


def shrink(source, differs, budget=400):
    """The smallest program found; `differs` builds and runs a text and says whether CPython and Molt disagree."""
    tree = ast.parse(source)
    attempts = position = 0
    progress = True
    # Goes on behind the last change that helped rather than begin again, until a whole round brings nothing.
    while (progress or position) and attempts < budget:
        if not position:
            progress = False
        for change in islice(changes(tree), position, None):
            position += 1
            if attempts >= budget:
                break
            candidate = copy.deepcopy(tree)
            if not change(candidate):
                continue
            try:
                text = ast.unparse(ast.fix_missing_locations(candidate))
                compile(text, "shrunk", "exec")
            except (SyntaxError, ValueError, RecursionError):
                continue
            attempts += 1
            if differs(text):
                tree, progress, position = ast.parse(text), True, position - 1
                break
        else:
            position = 0
    return ast.unparse(tree) + "\n"


def changes(tree):
    """Functions that each make one change to a copy of the tree: large ones first."""
    lists = [(path, len(value)) for path, value in statement_lists(tree)]
    for path, length in lists:
        size = length
        while size >= 1:
            for start in range(0, length, size):
                yield removal(path, start, start + size)
            size //= 2
    for path, length in lists:
        for index in range(length):
            yield flattening(path, index)
    count = sum(isinstance(node, ast.expr) for node in ast.walk(tree))
    for index in range(count):
        for kind in range(4):
            yield simplification(index, kind)


def statement_lists(tree):
    """Every list of statements with the path that leads to it."""
    stack = [((), tree)]
    while stack:
        path, node = stack.pop(0)
        for name, value in ast.iter_fields(node):
            if isinstance(value, list):
                if value and isinstance(value[0], ast.stmt):
                    yield path + (name,), value
                stack += [(path + (name, index), item) for index, item in enumerate(value) if isinstance(item, ast.AST)]
            elif isinstance(value, ast.AST):
                stack.append((path + (name,), value))


def at(tree, path):
    for step in path:
        tree = tree[step] if isinstance(step, int) else getattr(tree, step)
    return tree


def removal(path, start, stop):
    def change(tree):
        statements = at(tree, path)
        if start >= len(statements):
            return False
        del statements[start:stop]
        if not statements and path[-1] == "body" and len(path) > 1:
            statements.append(ast.Pass())
        return True
    return change


def flattening(path, index):
    """A compound statement is replaced by what is inside."""
    def change(tree):
        statements = at(tree, path)
        body = getattr(statements[index], "body", None)
        if not body or isinstance(statements[index], (ast.FunctionDef, ast.ClassDef)):
            return False
        statements[index:index + 1] = body
        return True
    return change


def simplification(index, kind):
    """An expression is replaced by a part of it or by a constant."""
    def change(tree):
        number = -1
        for parent in ast.walk(tree):
            for name, value in ast.iter_fields(parent):
                items = value if isinstance(value, list) else [value]
                for position, item in enumerate(items):
                    if not isinstance(item, ast.expr):
                        continue
                    number += 1
                    if number == index:
                        return replace(parent, name, value, position, item, kind)
        return False
    return change


def replace(parent, name, value, position, item, kind):
    if isinstance(item, (ast.Name, ast.Constant)) or isinstance(getattr(item, "ctx", None), (ast.Store, ast.Del)):
        return False
    parts = [part for part in ast.iter_child_nodes(item) if isinstance(part, ast.expr)]
    made = parts[kind] if kind < len(parts) and kind < 3 else ast.Constant(1) if kind == 3 else None
    if made is None:
        return False
    if isinstance(value, list):
        value[position] = made
    else:
        setattr(parent, name, made)
    return True

# wasm: yes
# Exceptions in `else`, in the expression of an `except` clause and in a handler.
def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        raise KeyError("else")


def in_clause():
    try:
        in_else()
    except missing_name:
        pass


def in_handler():
    try:
        in_clause()
    except NameError as error:
        error.nothing


in_handler()

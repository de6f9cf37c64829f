# wasm: yes
# What is raised has to be an exception.
def attempt(thing):
    try:
        raise thing
    except TypeError as error:
        return error


class NotOne:
    pass


class Odd(Exception):
    def __new__(cls):
        return 5


def from_odd():
    try:
        raise ValueError from 3
    except TypeError as error:
        return error


raise ExceptionGroup("raised", [attempt(1), attempt("text"), attempt(NotOne), attempt(NotOne()), attempt(Odd), from_odd()])

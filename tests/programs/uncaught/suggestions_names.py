# wasm: yes
# "Did you mean" for names: locals, globals, builtins, attributes of self, modules that were not imported.
def attempt(function):
    try:
        function()
    except NameError as error:
        return error


global_count = 3
mathe = 1


def from_locals():
    first_value = 1
    return first_vlaue


def from_parameters(argument=1, *arguments, key_word=2, **options):
    return key_wrod


def from_globals():
    return global_cuont


def from_builtins():
    return pritn


def from_modules():
    return itertools


def both():
    return math


def nothing():
    return completely_unknown_thing


def not_from_enclosing():
    enclosing_value = 1

    def inner():
        return enclosing_valeu

    return inner()


def from_cell():
    celled_value = 1

    def inner():
        return celled_value

    return celled_valeu, inner


def case_differs():
    someName = 1
    return somename


class Thing:
    size = 3
    label = "t"

    def method(self):
        return size

    def similar(self):
        return lable

    @classmethod
    def of_class(cls):
        return size

    @staticmethod
    def static(self):
        return size

    def nested(self):
        return [size for _ in (1, 2)]

    def in_lambda(self):
        return (lambda: self.size + size)()

    def celled_self(self):
        return size, lambda: self


def unbound():
    value = 1
    del value
    vaule = 2
    return value


def deleted():
    global gone_global
    gone_global = 1
    del gone_global
    return gone_global


thing = Thing()
errors = [attempt(f) for f in (from_locals, from_parameters, from_globals, from_builtins, from_modules, both, nothing)]
more = [attempt(f) for f in (not_from_enclosing, from_cell, case_differs, unbound, deleted)]
methods = [thing.method, thing.similar, Thing.of_class, lambda: Thing.static(thing), thing.nested, thing.in_lambda]
raise ExceptionGroup(
    "names",
    [
        ExceptionGroup("functions", errors),
        ExceptionGroup("more", more),
        ExceptionGroup("methods", [attempt(f) for f in methods + [thing.celled_self]]),
    ],
)

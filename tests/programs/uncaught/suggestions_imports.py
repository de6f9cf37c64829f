# wasm: yes
# "Did you mean" for names that a module does not have.
def attempt(function):
    try:
        function()
    except ImportError as error:
        return error


def misspelled():
    from sys import verison


def unknown():
    from sys import nothing_like_it


def no_module():
    try:
        import no_such_module_at_all
    except KeyError:
        pass
    except ImportError as error:
        raise error


def no_submodule():
    try:
        import math.nothing
    except ImportError:
        raise


def by_hand():
    raise ImportError("own text", name="math", name_from="flor")


def by_hand_not_loaded():
    raise ImportError("own text", name="not_loaded", name_from="flor")


def not_found_by_hand():
    raise ModuleNotFoundError("own text", name="math", path="/nowhere")


raise ExceptionGroup(
    "imports",
    [attempt(f) for f in (misspelled, unknown, no_module, no_submodule, by_hand, by_hand_not_loaded, not_found_by_hand)],
)

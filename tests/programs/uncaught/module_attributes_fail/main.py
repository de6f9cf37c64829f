# wasm: yes
# __getattr__ of a module, deleted names, and suggestions for modules.
import tools


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def deleting():
    del tools.absent


raise ExceptionGroup(
    "module attributes",
    [
        attempt(lambda: tools.helpr),
        attempt(lambda: tools.lazy_thing),
        attempt(lambda: tools.broken_thing),
        attempt(deleting),
        attempt(lambda: tools.run(tools)),
        attempt(lambda: tools.Helper().nothing()),
    ],
)

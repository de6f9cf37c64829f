# wasm: yes
# What may stand in which group, and what a group becomes.
def attempt(*args, kind=ExceptionGroup):
    try:
        return kind(*args)
    except (TypeError, ValueError) as error:
        return error


class Limited(ExceptionGroup, RuntimeError):
    pass


results = [
    attempt("g", [KeyboardInterrupt()]),
    attempt("g", [ValueError()], kind=BaseExceptionGroup),
    attempt("g", [SystemExit()], kind=BaseExceptionGroup),
    attempt("g", ValueError()),
    attempt("g", [ValueError]),
    attempt("g"),
    attempt("g", [ValueError()], 3),
    attempt("g", {ValueError()}),
    attempt("g", (ValueError("in a tuple"),)),
]
for result in results:
    print(type(result).__name__, repr(result)[:60])
raise attempt("limited", [ValueError("v"), TypeError("t")], kind=Limited)

# wasm: yes
# Expressions inside of f-strings.
def attempt(function):
    try:
        function()
    except Exception as error:
        return error


x = 3
raise ExceptionGroup(
    "f-strings",
    [
        attempt(lambda: f"{x + 'a'}"),
        attempt(lambda: f"text {x.missing} more"),
        attempt(lambda: f"{x!r:>{undefined_width}}"),
        attempt(lambda: f"{x:bad}"),
        attempt(lambda: f"{1 / 0 = }"),
        attempt(lambda: f"a" f"{x[0]}" "b"),
        attempt(lambda: f"""
            {x}
            {x()}
        """),
        attempt(lambda: f"{f'{x.inner}'}"),
        attempt(lambda: f"{'ä' * x + x}"),
    ],
)

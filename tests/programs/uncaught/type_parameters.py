# wasm: yes
# Type aliases and type parameters are evaluated late, and fail late.
type Broken = list[missing_type]


def attempt(function):
    try:
        function()
    except Exception as error:
        return error


def generic[T: missing_bound](x: T) -> T:
    return x


class Box[T: (int, missing_constraint)]:
    pass


raise ExceptionGroup(
    "types",
    [
        attempt(lambda: Broken.__value__),
        attempt(lambda: generic.__type_params__[0].__bound__),
        attempt(lambda: Box.__type_params__[0].__constraints__),
        attempt(lambda: int[str]),
        attempt(lambda: 5 | int),
        attempt(lambda: list[int]().append()),
    ],
)

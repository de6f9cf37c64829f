# wasm: yes
# split, subgroup and derive, and the tracebacks of what they make.
class Own(ExceptionGroup):
    def __new__(cls, message, exceptions, code=0):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def __init__(self, message, exceptions, code=0):
        super().__init__(message, exceptions)

    def derive(self, exceptions):
        return Own(self.message, exceptions, self.code)


def fail(kind, text):
    try:
        raise kind(text)
    except Exception as error:
        return error


def build():
    try:
        raise Own(
            "own",
            [fail(ValueError, "v"), ExceptionGroup("plain", [fail(KeyError, "k"), fail(ValueError, "w")])],
            code=7,
        )
    except Own as group:
        group.add_note("noted")
        return group


group = build()
match, rest = group.split(ValueError)
print(type(match).__name__, match.code, type(rest).__name__, rest.code, match.__notes__, rest.__notes__)
print(group.subgroup(lambda e: isinstance(e, KeyError)), group.subgroup(OSError), group.split(OSError)[0])
print(group.subgroup((ValueError, KeyError)) is group, group.split(Own)[1])
print(repr(group.derive([TypeError("t")])))
for wrong in (lambda: group.split(5), lambda: group.subgroup("x"), lambda: ExceptionGroup("g", []), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
raise match from rest

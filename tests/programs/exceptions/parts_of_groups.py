"""The parts that a group is split in have its context, and suppress it: they have been given a cause, if only None."""


def told(error):
    context = error.__context__
    return type(error).__name__, type(error.__cause__).__name__, context and type(context).__name__, error.__suppress_context__


def raised():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ExceptionGroup("outer", [KeyError(1), ExceptionGroup("inner", [ValueError(2), TypeError(3)])])
    except ExceptionGroup as group:
        return group


group = raised()
print(told(group))
for part in group.split(ValueError):
    print(told(part), [told(item) for item in part.exceptions])
print(told(group.subgroup(TypeError)), told(group.derive([OSError()])))
try:
    raise group
except* ValueError as part:
    print(told(part))
except* TypeError as part:
    print(told(part))
except* KeyError as part:
    print(told(part))

# wasm: yes
# A group as cause and as context of plain exceptions, and the other way round.
def plain_from_group():
    try:
        raise ExceptionGroup("first", [ValueError(1), TypeError(2)])
    except ExceptionGroup as group:
        raise RuntimeError("plain, from a group") from group


def group_from_plain():
    try:
        plain_from_group()
    except RuntimeError as error:
        raise ExceptionGroup("group, from plain", [error, KeyError("k")])


group_from_plain()

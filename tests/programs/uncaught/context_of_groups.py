# Chains inside of groups: causes that are shared, contexts that loop, groups that contain themselves in their chain.
shared = OSError(1, "shared cause")


def caused(n):
    try:
        raise ValueError(n) from shared
    except ValueError as error:
        return error


first, second = caused(1), caused(2)
inner = ExceptionGroup("inner", [first, second, first])
third = KeyError("looping")
third.__context__ = first
first.__context__ = third
first.__suppress_context__ = False
first.__cause__ = None
first.__suppress_context__ = False
raise ExceptionGroup("outer", [inner, third]) from inner

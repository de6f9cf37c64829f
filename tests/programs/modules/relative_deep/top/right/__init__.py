from ..registry import add
add("right")
NAME = "R"
def run():
    from ..left.leaf import describe as d
    from ..left import leaf as l
    return d() + str(l.describe is d)

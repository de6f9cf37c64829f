name = "other"


def answer():
    return name

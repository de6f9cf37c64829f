# A source file with a byte order mark.
def äöü(x):
    return "é" + x


äöü(1)

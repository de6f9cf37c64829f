# -*- coding: latin-1 -*-
# A source file in another encoding.
def größe(x):
    return x.länge + "ä"


größe("ü")

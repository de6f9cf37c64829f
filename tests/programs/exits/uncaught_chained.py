# Chained exceptions: the last line is that of the last one.
try:
    {}["missing"]
except KeyError as error:
    raise ValueError("could not look up") from error

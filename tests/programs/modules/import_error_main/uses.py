print("uses")
try:
    from provider import present, absent
except ImportError as error:
    print(present, error.name)
    raise ImportError(str(error).split(" (")[0]) from None

try:
    from .... import anything
except ImportError as error:
    print("in bad:", error)
    raise

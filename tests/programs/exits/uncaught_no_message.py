# An exception without message is printed without colon.
def deep(n):
    if n == 0:
        raise NotImplementedError
    deep(n - 1)
deep(3)

def check(n):
    if n:
        class Local:
            value = n.missing

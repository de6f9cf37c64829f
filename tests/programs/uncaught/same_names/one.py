def step(n, back):
    if n == 0:
        raise RecursionError("bottom")
    return back(n - 1)

# wasm: yes
# After a RecursionError there is room again; the next failure has a chain.
def deep(n):
    return 1 + deep(n + 1)


try:
    deep(0)
except RecursionError as error:
    message = str(error)
    count = 0
    tb = error.__traceback__
    while tb:
        count += 1
        tb = tb.tb_next
    print(message, count)
    raise RuntimeError("too deep") from None

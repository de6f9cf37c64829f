# warnings: yes
# Coroutines that are never awaited are reported where they are dropped.
async def forgotten(n):
    return n


async def also():
    forgotten(1)
    return 2


def drop():
    c = forgotten(2)
    c = None


drop()
try:
    also().send(None)
except StopIteration as stop:
    print(stop.value)
forgotten(3)
raise ValueError("after the warnings")

# wasm: yes
# Exceptions that are raised while others are handled.
def cleanup(resource):
    resource.close()


def work():
    try:
        1 / 0
    finally:
        cleanup(None)


try:
    work()
except AttributeError:
    [][0]

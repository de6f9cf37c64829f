# wasm: yes
# Raising the exception that is being handled does not make it its own context.
def again():
    try:
        raise ValueError("once")
    except ValueError as error:
        try:
            raise KeyError("inner")
        except KeyError:
            raise error


def deep():
    first = ValueError("first")
    try:
        raise first
    except ValueError:
        try:
            raise TypeError("second")
        except TypeError:
            try:
                raise LookupError("third")
            except LookupError:
                raise first


try:
    again()
except ValueError:
    deep()

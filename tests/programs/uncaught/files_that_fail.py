# Errors of the operating system.
def attempt(function):
    try:
        function()
    except OSError as error:
        return error


def reading():
    with open("/no/such/file") as file:
        return file.read()


def closed():
    file = open("here.txt", "w")
    file.close()
    file.write("x")


def directory():
    open("/")


def mode():
    try:
        open("x", "bad")
    except ValueError as error:
        raise OSError("wrapped") from error


def exclusive():
    open("here.txt", "x")


def closed_file():
    try:
        closed()
    except ValueError as error:
        raise OSError("closed") from error


raise ExceptionGroup("files", [attempt(f) for f in (reading, directory, mode, closed_file, exclusive)])

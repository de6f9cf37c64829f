"""Without effect: warnings are not recorded."""


class catch_warnings:
    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return []

    def __exit__(self, *error):
        return False


def simplefilter(*args, **kwargs):
    pass


filterwarnings = resetwarnings = warn = warn_explicit = simplefilter
filters = []
